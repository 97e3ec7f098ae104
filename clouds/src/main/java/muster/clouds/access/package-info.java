/** Permissions, quotas, budgets and credentials. */
@NullMarked
package muster.clouds.access;

import org.jspecify.annotations.NullMarked;

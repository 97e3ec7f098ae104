/** Finds what a repository without a plan has that can be audited. */
@NullMarked
package muster.discovery;

import org.jspecify.annotations.NullMarked;

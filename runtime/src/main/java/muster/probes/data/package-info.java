/** Probes of databases. */
@NullMarked
package muster.probes.data;

import org.jspecify.annotations.NullMarked;

/** Probes of this machine and of what it can reach. */
@NullMarked
package muster.probes.host;

import org.jspecify.annotations.NullMarked;

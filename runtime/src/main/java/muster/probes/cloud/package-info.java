/** Probes of connected services. */
@NullMarked
package muster.probes.cloud;

import org.jspecify.annotations.NullMarked;

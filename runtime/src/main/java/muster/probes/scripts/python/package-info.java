/** Python scripts, read by Python itself without running them. */
@NullMarked
package muster.probes.scripts.python;

import org.jspecify.annotations.NullMarked;

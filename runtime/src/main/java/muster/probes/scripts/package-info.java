/** How far a script works: read without running it, then tried out in the sandbox. */
@NullMarked
package muster.probes.scripts;

import org.jspecify.annotations.NullMarked;

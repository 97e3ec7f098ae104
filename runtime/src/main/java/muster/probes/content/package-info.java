/** Probes of what files say. */
@NullMarked
package muster.probes.content;

import org.jspecify.annotations.NullMarked;

/** What a reader of any language says of a script that it has not run. */
@NullMarked
package muster.probes.scripts.reading;

import org.jspecify.annotations.NullMarked;

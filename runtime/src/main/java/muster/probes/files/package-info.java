/** Probes of files in a workspace and of what git knows of them. */
@NullMarked
package muster.probes.files;

import org.jspecify.annotations.NullMarked;

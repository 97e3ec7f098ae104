/** Shells on this machine and on others, through which commands and looks at a machine go. */
@NullMarked
package muster.targets;

import org.jspecify.annotations.NullMarked;

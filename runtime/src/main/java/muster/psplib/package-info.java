/** Reads project scheduling problems in the text format of the library PSPLIB. */
@NullMarked
package muster.psplib;

import org.jspecify.annotations.NullMarked;

/** Files of one key merged into one wide file: each aligned to the key list by itself, then stitched. */
@NullMarked
package muster.packs.training.merge;

import org.jspecify.annotations.NullMarked;

/** Files that are whole once they are there, and a manifest of what was made from what. */
@NullMarked
package muster.packs.training.files;

import org.jspecify.annotations.NullMarked;

/** Changing a warehouse so that every step is checked before, journalled with, and read back after its transaction. */
@NullMarked
package muster.packs.warehouse.change;

import org.jspecify.annotations.NullMarked;

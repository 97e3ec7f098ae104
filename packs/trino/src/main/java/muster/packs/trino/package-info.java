/** Trino as a warehouse of the pack: where it is, and the way in over its JDBC driver. */
@NullMarked
package muster.packs.trino;

import org.jspecify.annotations.NullMarked;

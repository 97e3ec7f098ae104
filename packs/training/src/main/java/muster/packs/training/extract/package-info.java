/** Tables of a warehouse written to Parquet files, one each, going on where an earlier call was cut off. */
@NullMarked
package muster.packs.training.extract;

import org.jspecify.annotations.NullMarked;

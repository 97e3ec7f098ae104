/** Parquet files by their footers: what they say of their columns, and how files become one without being decoded. */
@NullMarked
package muster.packs.training.parquet;

import org.jspecify.annotations.NullMarked;

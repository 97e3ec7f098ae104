/** Builds a small DuckDB warehouse from a list of tables, with values by the formulas of the feature families. */
@NullMarked
package muster.packs.warehouse.generate;

import org.jspecify.annotations.NullMarked;

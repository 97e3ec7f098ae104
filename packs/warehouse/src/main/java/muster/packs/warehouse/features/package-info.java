/** Feature tables by the formulas of the catalogue, as one SQL text for every engine. */
@NullMarked
package muster.packs.warehouse.features;

import org.jspecify.annotations.NullMarked;

/** Price series that features are made from: synthetic ones that close every triangle, and files of real ones. */
@NullMarked
package muster.packs.warehouse.series;

import org.jspecify.annotations.NullMarked;

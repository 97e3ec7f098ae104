/** Looking at a warehouse without changing it: inventory, variants by data, and whether its changes hold. */
@NullMarked
package muster.packs.warehouse.survey;

import org.jspecify.annotations.NullMarked;

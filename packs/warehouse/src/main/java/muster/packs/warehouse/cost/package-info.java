/** What changes of a warehouse cost: estimated before, kept within budgets, written down after. */
@NullMarked
package muster.packs.warehouse.cost;

import org.jspecify.annotations.NullMarked;

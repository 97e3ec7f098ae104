/** Reaching a warehouse: connections, quoting, what its catalog lists, and transactions that are not taken on trust. */
@NullMarked
package muster.packs.warehouse.sql;

import org.jspecify.annotations.NullMarked;

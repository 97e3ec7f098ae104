/** A naming standard read from a rule file, and its verdict on each table name. */
@NullMarked
package muster.packs.warehouse.naming;

import org.jspecify.annotations.NullMarked;

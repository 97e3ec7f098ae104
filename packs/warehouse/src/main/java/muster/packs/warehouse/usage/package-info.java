/** Whether somebody still uses the views under old names, by the statements that were carried out. */
@NullMarked
package muster.packs.warehouse.usage;

import org.jspecify.annotations.NullMarked;

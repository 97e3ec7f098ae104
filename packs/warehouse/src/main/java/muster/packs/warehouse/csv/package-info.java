/** Reading comma-separated files cell by cell, with the place of every mistake. */
@NullMarked
package muster.packs.warehouse.csv;

import org.jspecify.annotations.NullMarked;

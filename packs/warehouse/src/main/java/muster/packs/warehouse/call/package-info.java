/** How an action of the pack is called: its arguments, its session and its result. */
@NullMarked
package muster.packs.warehouse.call;

import org.jspecify.annotations.NullMarked;

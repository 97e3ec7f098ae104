/** A DuckDB file that a process of its own opens, so that a crash of the engine's native code is a failure and not the end of this process. */
@NullMarked
package muster.packs.warehouse.child;

import org.jspecify.annotations.NullMarked;

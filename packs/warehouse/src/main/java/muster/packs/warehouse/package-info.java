/** The warehouse pack: survey, rename, consolidate, validate and undo, as actions of a plan. */
@NullMarked
package muster.packs.warehouse;

import org.jspecify.annotations.NullMarked;

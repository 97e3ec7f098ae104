/** Grounded planning tasks over numbered facts, and the searches for cheapest and for good plans. */
@NullMarked
package muster.strips;

import org.jspecify.annotations.NullMarked;

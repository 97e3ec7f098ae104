/** The cheapest way to the goal: actions over facts, the search for the best plan, and why each step is in it. */
@NullMarked
package muster.planning;

import org.jspecify.annotations.NullMarked;

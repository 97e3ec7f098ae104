/** How sure a schedule is: many iterations with durations, risks, failing gates and loops at random, and what they add up to. */
@NullMarked
package muster.risk;

import org.jspecify.annotations.NullMarked;

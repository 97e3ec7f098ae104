/** How a team carries out a run together: hand-offs, blockers, conflicts, gates and meetings as rules over its events. */
@NullMarked
package muster.coordination;

import org.jspecify.annotations.NullMarked;

/** Turns a PDDL task with variables into the search's grounded task, over what can be reached and matters alone. */
@NullMarked
package muster.pddl.grounding;

import org.jspecify.annotations.NullMarked;

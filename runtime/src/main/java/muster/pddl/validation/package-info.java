/** Checks written plans against PDDL tasks step by step, with no part of the planner. */
@NullMarked
package muster.pddl.validation;

import org.jspecify.annotations.NullMarked;

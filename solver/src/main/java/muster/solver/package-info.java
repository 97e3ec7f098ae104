/** Finds and proves shortest schedules of projects with CP-SAT, whose native library is loaded only when it is asked for. */
@NullMarked
package muster.solver;

import org.jspecify.annotations.NullMarked;

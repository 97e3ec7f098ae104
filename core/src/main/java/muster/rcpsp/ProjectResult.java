package muster.rcpsp;

import java.util.List;

/// What came of searching for a short schedule of a project.
public sealed interface ProjectResult {

    /// A schedule.
    ///
    /// @param starts by activity, in periods from 0
    /// @param modes by activity: which of its modes, from 0
    /// @param bound no schedule is shorter; equal to the makespan if this one is proven to be the shortest
    /// @param schedules how many were generated
    record Scheduled(List<Integer> starts, List<Integer> modes, int makespan, int bound, long schedules)
            implements ProjectResult {
        public Scheduled {
            starts = List.copyOf(starts);
            modes = List.copyOf(modes);
        }

        /// True if no schedule is shorter.
        public boolean isProven() {
            return makespan == bound;
        }

        /// How far the makespan may be from the shortest, as a share of the bound; 0 if it is proven.
        public double gap() {
            return isProven() ? 0 : (double) (makespan - bound) / Math.max(1, bound);
        }
    }

    /// There is no schedule at all.
    record Infeasible(String reason) implements ProjectResult {}

    /// None was found within the limits; whether there is one is open.
    record NoneFound(long schedules) implements ProjectResult {}
}

package muster.strips;

import java.util.List;

/// How a search ended. A plan is the positions of its operators in the task, in the order of application.
public sealed interface SearchResult {

    /// The work it took.
    SearchCounts counts();

    /// No plan is cheaper.
    record Optimal(List<Integer> plan, long cost, SearchCounts counts) implements SearchResult {
        public Optimal {
            plan = List.copyOf(plan);
        }
    }

    /// A plan, and a bound that no plan's cost is below; the limits ran out before the two met.
    record Feasible(List<Integer> plan, long cost, long bound, SearchCounts counts) implements SearchResult {
        public Feasible {
            plan = List.copyOf(plan);
        }
    }

    /// No plan exists.
    record Unsolvable(Reason reason, SearchCounts counts) implements SearchResult {}

    /// The limits ran out before the first plan; no plan costs less than the bound.
    record LimitReached(long bound, SearchCounts counts) implements SearchResult {}

    /// Why no plan exists.
    sealed interface Reason {

        /// These parts of the goal cannot be reached, even if nothing were ever undone or used up.
        record Unreachable(FactSet facts, List<Shortage> shortages) implements Reason {
            public Unreachable {
                shortages = List.copyOf(shortages);
            }
        }

        /// Every state that matters was looked at, and the goal holds in none.
        record Exhausted() implements Reason {}
    }

    /// A variable of which the goal asks for more than can be had.
    ///
    /// @param most the largest value that it could take if nothing were ever used up
    record Shortage(AtLeast needed, long most) {}
}

package muster.planning;

import java.util.List;
import java.util.Set;
import muster.plan.FactId;
import muster.plan.TaskId;

/// How a search for a plan ended. Every search ends in one of these; `expansions` is the work it took.
public sealed interface PlanningResult {

    /// No plan is cheaper, and no plan of the same cost has fewer steps.
    record Optimal(ActionPlan plan, Cost cost, long expansions) implements PlanningResult {}

    /// The limit ran out with a plan at hand; no plan costs less than `bound`.
    record Feasible(ActionPlan plan, Cost cost, Cost bound, long expansions) implements PlanningResult {}

    /// No plan exists.
    record Unsolvable(Cause cause) implements PlanningResult {}

    /// The limit ran out before any plan was found; no plan costs less than `bound`.
    record LimitReached(Cost bound, long expansions) implements PlanningResult {}

    /// Why no plan exists.
    sealed interface Cause {

        /// Some facts cannot be made true.
        ///
        /// @param unreachable facts of the goal that no sequence of actions makes true
        /// @param missing a smallest set of facts that, once something makes them true, opens a way to the goal
        record NothingProvides(Set<FactId> unreachable, List<Missing> missing) implements Cause {
            public NothingProvides {
                missing = List.copyOf(missing);
            }
        }

        /// Each fact of the goal can be made true, but never all together: actions undo what others need.
        record MutuallyExclusive(Set<FactId> goal, long expansions) implements Cause {}
    }

    /// A fact that needs a producer, and the actions that wait for it (empty if only the goal asks for it).
    record Missing(FactId fact, List<TaskId> wantedBy) {
        public Missing {
            wantedBy = List.copyOf(wantedBy);
        }
    }
}

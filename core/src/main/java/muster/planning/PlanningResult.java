package muster.planning;

import java.util.List;
import java.util.Set;
import muster.plan.FactId;
import muster.plan.Quantity;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

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

    /// True if there is a plan at hand.
    default boolean isPlan() {
        return switch (this) {
            case Optimal _, Feasible _ -> true;
            case Unsolvable _, LimitReached _ -> false;
        };
    }

    /// The plan at hand; empty if there is none.
    default ActionPlan actions() {
        return switch (this) {
            case Optimal optimal -> optimal.plan();
            case Feasible feasible -> feasible.plan();
            case Unsolvable _, LimitReached _ -> new ActionPlan(List.of(), List.of());
        };
    }

    /// Why no plan exists.
    sealed interface Cause {

        /// Some facts cannot be made true, or there is too little of some amounts.
        ///
        /// @param unreachable facts of the goal that no sequence of actions makes true, amounts left aside
        /// @param missing a smallest set of facts and amounts that opens a way once something provides them
        record NothingProvides(Set<FactId> unreachable, List<Missing> missing) implements Cause {
            public NothingProvides {
                missing = List.copyOf(missing);
            }
        }

        /// Each fact of the goal can be made true, but never all together: actions undo what others need.
        record MutuallyExclusive(Set<FactId> goal, long expansions) implements Cause {}

        /// Every plan costs more than the budget.
        ///
        /// @param least no plan costs less
        record BeyondBudget(Cost least, Cost budget) implements Cause {}
    }

    /// A fact or an amount that needs a producer, and the actions that wait for it (empty if only the goal asks for
    /// it).
    ///
    /// @param amount how much is missing on the way that lacks the fewest facts and amounts; null for a fact
    record Missing(
            FactId fact, List<TaskId> wantedBy, @Nullable Quantity amount) {
        public Missing {
            wantedBy = List.copyOf(wantedBy);
        }

        /// The fact, with how much of it is missing, such as `20 GiB of disk`.
        public String what() {
            return amount == null ? fact.value() : amount + " of " + fact;
        }

        /// Of a fact.
        public Missing(FactId fact, List<TaskId> wantedBy) {
            this(fact, wantedBy, null);
        }
    }
}

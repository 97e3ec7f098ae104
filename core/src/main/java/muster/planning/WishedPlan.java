package muster.planning;

import java.util.List;
import muster.plan.FactId;

/// A plan for goals with priorities.
///
/// @param result the plan for the goals that must be reached and the wishes that are taken up
/// @param taken the wishes that it reaches, highest priority first
/// @param left the wishes that it leaves; none are tried if the goals that must be reached cannot be
public record WishedPlan(PlanningResult result, List<FactId> taken, List<Left> left) {
    public WishedPlan {
        taken = List.copyOf(taken);
        left = List.copyOf(left);
    }

    /// A wish that the plan does not reach.
    public record Left(FactId wish, Why why) {}

    /// Why a wish is left.
    public sealed interface Why {

        /// No plan reaches it together with the goals before it, or none within the budget.
        record Impossible(PlanningResult.Cause cause) implements Why {}

        /// The limits were too small to tell.
        record NotFound() implements Why {}
    }
}

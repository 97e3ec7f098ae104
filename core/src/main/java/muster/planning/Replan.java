package muster.planning;

/// A plan made again after facts changed.
///
/// @param result the plan that now stands, with its stated cost, or why there is none; optimal means that no plan is
///     cheaper when the price of changing is counted
/// @param difference from the old plan; actions of the old plan that are done already count as dropped
public record Replan(PlanningResult result, PlanDifference difference, Way way) {

    /// Where the plan comes from.
    public enum Way {
        /// What is left of the old plan still reaches the goal, and nothing else is worth its change.
        KEPT,
        /// Planned anew, with the actions of the old plan preferred.
        PLANNED
    }
}

package muster.pddl;

/// What is to be as small as possible.
public enum Metric {
    /// The number of steps.
    STEPS,
    /// The sum of what the steps cost.
    TOTAL_COST
}

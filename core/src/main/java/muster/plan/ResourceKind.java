package muster.plan;

/// Whether and when a resource comes back after use.
public enum ResourceKind {
    /// Given back when the task that holds it is finished.
    RENEWABLE,
    /// Used up.
    CONSUMABLE,
    /// Held until another task, named in the demand, is finished: disk that stays full until a clean-up.
    RESERVOIR
}

package muster.plan;

/// Whether something that several agents want goes from one to the next.
public enum Rotation {
    NONE,
    /// It is one agent's for a day of UTC, then the next one's.
    DAILY
}

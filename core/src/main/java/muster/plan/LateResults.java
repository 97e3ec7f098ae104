package muster.plan;

/// What becomes of an outcome that comes after its lease was lost.
public enum LateResults {
    REFUSE,
    /// Taken as long as nobody claimed the task again.
    TAKE_UNLESS_CLAIMED
}

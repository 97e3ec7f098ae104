package muster.run;

/// Where a run stands.
public enum RunStatus {
    NOT_STARTED,
    RUNNING,
    /// Nothing can move until somebody reports a fact, grants a retry or rolls back.
    STALLED,
    FINISHED,
    /// Nothing begins until somebody lets it go on; what is under way may end.
    PAUSED,
    /// It was ended as it was; it can still be rolled back.
    CANCELLED,
    ROLLING_BACK,
    /// A compensation failed for good; a retry has to be granted.
    ROLLBACK_STALLED,
    ROLLED_BACK
}

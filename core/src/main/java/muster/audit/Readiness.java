package muster.audit;

/// What the evidence says of an expectation. Source of the first four: seed 003.
public enum Readiness {
    /// Met at the level asked for.
    READY,
    /// There, but not far enough.
    PARTIAL,
    /// Not there.
    MISSING,
    /// There, but it cannot work, or waits for somebody.
    BLOCKED,
    /// Not tested, stale or in error; never counts as ready.
    UNKNOWN
}

package muster.coordination;

/// What a quality check came to.
public enum CheckStatus {
    PASSED,
    FAILED,
    /// It must run before the work is passed on.
    NOT_RUN
}

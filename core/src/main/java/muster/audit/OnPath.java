package muster.audit;

/// Whether an unmet expectation lengthens the way to the end of the target phase.
public enum OnPath {
    CRITICAL,
    OFF
}

package muster.audit;

/// Evaluates the condition of a waiver; this package knows no expression language.
@FunctionalInterface
public interface WaiverCondition {

    /// @param condition as written in the plan
    /// @param figures of the audit as if no waiver counted
    boolean holds(String condition, Aggregates figures);
}

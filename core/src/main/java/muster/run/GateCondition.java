package muster.run;

/// What a gate may ask for beside approvals.
public enum GateCondition {
    /// A condition in CEL over the facts, the audit, blockers and metrics.
    POLICY,
    /// Some time since the gate opened.
    TIMER,
    /// A threshold on a metric that held for a while.
    METRIC,
    /// Something that happened outside.
    EVENT,
    /// The verdict of the last audit.
    AUDIT
}

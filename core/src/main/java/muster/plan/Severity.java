package muster.plan;

/// How bad an unmet expectation is, worst first. Source of the rule: DESIGN, section Audit; words: seed 003.
public enum Severity {
    /// Prevents execution.
    P0,
    /// Prevents part of it or creates high risk.
    P1,
    /// Costs time or money only.
    P2,
    /// A minor inefficiency.
    P3
}

package muster.plan;

/// A severity that a person set instead of the rule's.
public record SeverityOverride(Severity severity, String reason) {}

package muster.plan;

/// What a conflict is about.
public enum ConflictKind {
    PRIORITY,
    RESOURCE,
    TECHNICAL
}

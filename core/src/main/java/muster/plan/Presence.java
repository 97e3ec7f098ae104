package muster.plan;

/// Whether something is to be there.
public enum Presence {
    PRESENT,
    ABSENT
}

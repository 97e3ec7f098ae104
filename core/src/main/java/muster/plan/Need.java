package muster.plan;

/// Whether a plan can do without.
public enum Need {
    REQUIRED,
    OPTIONAL
}

package muster.run;

/// Whose hands did a manual step: those of the agent named, or simulated ones, as in a demonstration.
public enum Hands {
    REAL,
    SIMULATED
}

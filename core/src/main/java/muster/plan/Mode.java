package muster.plan;

/// How the tasks of a phase follow each other.
public enum Mode {
    /// All at once, as agents are free.
    PARALLEL,
    /// One after the other, in the order written.
    SEQUENTIAL,
    /// As the tasks' own `needs` say.
    HYBRID,
    /// Repeated until the phase's criterion holds.
    LOOP
}

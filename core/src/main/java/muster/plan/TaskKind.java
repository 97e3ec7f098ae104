package muster.plan;

/// Whether a task is work or marks a point that is reached.
public enum TaskKind {
    WORK,
    /// Takes no time.
    MILESTONE
}

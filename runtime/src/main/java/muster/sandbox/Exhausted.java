package muster.sandbox;

/// A limit that a sandboxed command ran into.
public enum Exhausted {
    /// Processor time: it was killed.
    CPU,
    /// Memory of all its processes together: they were killed.
    MEMORY,
    /// Room for files: what it wrote last did not fit.
    DISK,
    /// What it may print: the middle was dropped.
    OUTPUT,
    /// The files that were to be handed out: none was.
    BROUGHT,
    /// The sandbox's own first process ended before it could say what has changed, which only the command can
    /// cause.
    WATCH
}

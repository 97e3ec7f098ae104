package muster.plan;

/// Whether a claim is meant as a statement about the world.
public enum Origin {
    /// The document says so.
    STATED,
    /// It stands in an example or a format template; never treated as a statement.
    EXAMPLE
}

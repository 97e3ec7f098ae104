package muster.plan;

/// Whether a claim is meant as a statement about the world.
public enum Origin {
    /// The document says so of the present.
    STATED,
    /// It stands in an example or a format template; never treated as a statement.
    EXAMPLE,
    /// It says what shall be: a target, a limit, an estimate. It cannot be wrong.
    AIM,
    /// It says what was, or what somebody saw at some time; what is there at present proves nothing about it.
    PAST
}

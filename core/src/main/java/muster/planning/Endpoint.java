package muster.planning;

/// One end of a causal link.
public sealed interface Endpoint {

    /// The fact holds at the start.
    record Start() implements Endpoint {}

    /// The step with this number makes the fact true, or needs it.
    record At(int step) implements Endpoint {}

    /// The goal asks for the fact.
    record Goal() implements Endpoint {}
}

package muster.planning;

/// One end of a causal link.
public sealed interface Endpoint {

    /// The same end in a plan in which so many steps come before.
    default Endpoint later(int steps) {
        return switch (this) {
            case Start start -> start;
            case At(int step) -> new At(step + steps);
            case Goal goal -> goal;
        };
    }

    /// The fact holds at the start.
    record Start() implements Endpoint {}

    /// The step with this number makes the fact true, or needs it.
    record At(int step) implements Endpoint {}

    /// The goal asks for the fact.
    record Goal() implements Endpoint {}
}

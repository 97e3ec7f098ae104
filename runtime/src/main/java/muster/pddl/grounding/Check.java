package muster.pddl.grounding;

import java.util.stream.IntStream;

/// A condition that needs no search: it is decided as soon as its variables are bound.
sealed interface Check {

    /// Both terms are the same object, or are not.
    record Same(int first, int second, boolean wanted) implements Check {}

    /// An atom that no action changes does not hold.
    record Absent(Literal literal) implements Check {}

    /// The variables that it looks at.
    default int[] variables() {
        return switch (this) {
            case Same(int first, int second, boolean _) ->
                IntStream.of(first, second).filter(Literal::isVariable).toArray();
            case Absent(var literal) ->
                IntStream.of(literal.terms()).filter(Literal::isVariable).toArray();
        };
    }

    /// False if the binding decides it and it fails; an unbound variable is -1.
    default boolean mayHold(int[] binding, Atoms atoms) {
        return switch (this) {
            case Same(int first, int second, boolean wanted) -> {
                int one = Literal.value(first, binding);
                int other = Literal.value(second, binding);
                yield one < 0 || other < 0 || (one == other) == wanted;
            }
            case Absent(var literal) -> {
                int[] values = literal.values(binding);
                yield IntStream.of(values).anyMatch(value -> value < 0)
                        || atoms.find(literal.predicate(), values) == Atoms.NONE;
            }
        };
    }
}

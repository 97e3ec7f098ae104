package muster.pddl;

import java.util.List;

/// A predicate or function over terms.
public record Atom(String name, List<Term> arguments) {
    /// The name under which equality stands.
    public static final String EQUALITY = "=";

    public Atom {
        arguments = List.copyOf(arguments);
    }
}

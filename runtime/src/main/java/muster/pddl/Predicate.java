package muster.pddl;

import java.util.List;

/// A predicate or a numeric function and what it is about.
public record Predicate(String name, List<Parameter> parameters) {
    public Predicate {
        parameters = List.copyOf(parameters);
    }
}

package muster.pddl;

import java.util.List;

/// A predicate or function over objects, such as `(on a b)`.
public record Fact(String name, List<String> objects) {
    public Fact {
        objects = List.copyOf(objects);
    }

    @Override
    public String toString() {
        return objects.isEmpty() ? "(" + name + ")" : "(" + name + " " + String.join(" ", objects) + ")";
    }
}

package muster.strips;

import java.util.List;

/// An action over numbered facts. It may be applied where `pre` holds; afterwards `del` no longer holds, and then `add`
/// does: a fact in both holds. In a plan, an operator is named by its position in the task.
///
/// @param name for people; need not be unique
/// @param cost 0 or more; the sum over a plan must stay below 2^62
public record Operator(String name, FactSet pre, FactSet add, FactSet del, long cost, Numeric numeric) {
    public Operator {
        if (cost < 0) {
            throw new IllegalArgumentException("the cost of " + name + " must be at least 0, got " + cost);
        }
    }

    /// The numeric side of an operator: what it needs, and what it changes, at most one change of a variable.
    public record Numeric(List<AtLeast> needs, List<Change> changes) {
        public static final Numeric NONE = new Numeric(List.of(), List.of());

        public Numeric {
            needs = AtLeast.strongest(needs);
            changes = List.copyOf(changes);
            if (changes.stream().map(Change::variable).distinct().count() < changes.size()) {
                throw new IllegalArgumentException("two changes of one variable: " + changes);
            }
        }
    }
}

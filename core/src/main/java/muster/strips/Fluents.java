package muster.strips;

import java.util.List;

/// The numeric variables of a task, numbered from 0.
///
/// @param initial the value of each at the start
/// @param goal what the goal asks of them
public record Fluents(List<Long> initial, List<AtLeast> goal) {
    public static final Fluents NONE = new Fluents(List.of(), List.of());

    public Fluents {
        initial = List.copyOf(initial);
        goal = AtLeast.strongest(goal);
    }

    /// How many variables there are.
    public int size() {
        return initial.size();
    }
}

package muster.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What happens if a gate is not passed.
///
/// @param probability that it is not, each time
/// @param most attempts there are, at least 1; the last one is accepted
/// @param rework tasks that are done again then; none means those that lead to the gate
public record GateFailure(Share probability, int most, List<TaskId> rework) {
    public GateFailure {
        rework = List.copyOf(rework);
    }

    /// The same as rounds of work.
    public Repeat repeat() {
        return new Repeat.WithProbability(probability, most);
    }

    /// The same failure without tasks that are gone; null if nothing else was to be done again.
    @Nullable
    GateFailure dropping(Set<TaskId> gone) {
        var left = rework.stream().filter(task -> !gone.contains(task)).toList();
        return left.isEmpty() && !rework.isEmpty() ? null : new GateFailure(probability, most, left);
    }
}

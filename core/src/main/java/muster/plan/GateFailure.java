package muster.plan;

import java.util.List;

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
}

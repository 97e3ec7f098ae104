package muster.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a kind of conflict is settled.
///
/// @param steps in order
/// @param timeBox longest time one agent may hold the thing for one task
/// @param escalateAfter when it goes to the escalation agent
/// @param reviewAfter when results are compared
/// @param rotation whether the thing goes from agent to agent
public record ConflictRule(
        ConflictKind kind,
        List<String> steps,
        @Nullable Duration timeBox,
        @Nullable Duration escalateAfter,
        @Nullable Duration reviewAfter,
        Rotation rotation,
        @Nullable Source source) {
    public ConflictRule {
        steps = List.copyOf(steps);
    }
}

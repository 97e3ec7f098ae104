package muster.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a plan is called, when it may start and what it is for.
///
/// @param start earliest instant of work
/// @param target the phase whose readiness is judged
/// @param goal facts that must hold at the end
public record Header(
        PlanId id,
        String title,
        Instant start,
        @Nullable PhaseId target,
        List<FactId> goal,
        List<Deadline> deadlines,
        Standing standing) {
    public Header {
        goal = List.copyOf(goal);
        deadlines = List.copyOf(deadlines);
    }
}

package muster.coordination;

import java.util.List;
import muster.plan.AgentId;
import muster.plan.ConflictKind;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// A conflict as it is raised.
///
/// @param about the resource, the question, or what both cannot have first
/// @param yardsticks what a technical disagreement is decided by, the most important first
public record ConflictNote(ConflictKind kind, String about, List<Side> sides, List<Yardstick> yardsticks, AgentId by) {
    public ConflictNote {
        sides = List.copyOf(sides);
        yardsticks = List.copyOf(yardsticks);
    }

    /// Who wants what.
    ///
    /// @param task null if it is about none
    /// @param flag the feature flag behind which its solution is; empty if there is none
    public record Side(AgentId agent, @Nullable TaskId task, String flag) {}
}

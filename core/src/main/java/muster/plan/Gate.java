package muster.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A point that a run passes only when its approvers agree.
///
/// @param after tasks whose completion brings the run to the gate
/// @param guards tasks that may not start before it is passed
/// @param policy condition over facts, in CEL; none means that approval is enough
/// @param failure how it may fail; null if that is not considered
/// @param terms what else it asks for
public record Gate(
        GateId id,
        String title,
        List<AgentId> approvers,
        List<TaskId> after,
        List<TaskId> guards,
        @Nullable String policy,
        @Nullable GateFailure failure,
        GateTerms terms,
        @Nullable Source source) {
    public Gate {
        approvers = List.copyOf(approvers);
        after = List.copyOf(after);
        guards = List.copyOf(guards);
    }

    /// A gate on the usual terms.
    public Gate(
            GateId id,
            String title,
            List<AgentId> approvers,
            List<TaskId> after,
            List<TaskId> guards,
            @Nullable String policy,
            @Nullable Source source) {
        this(id, title, approvers, after, guards, policy, null, GateTerms.USUAL, source);
    }

    /// The same gate without tasks that are gone.
    Gate dropping(Set<TaskId> gone) {
        var left = failure == null ? null : failure.dropping(gone);
        return new Gate(id, title, approvers, without(after, gone), without(guards, gone), policy, left, terms, source);
    }

    private static List<TaskId> without(List<TaskId> tasks, Set<TaskId> gone) {
        return tasks.stream().filter(task -> !gone.contains(task)).toList();
    }
}

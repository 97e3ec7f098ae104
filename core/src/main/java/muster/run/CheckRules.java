package muster.run;

import java.util.List;
import muster.plan.AgentId;
import org.jspecify.annotations.Nullable;

/// Work that was handed in counts once another agent than the one who did it accepts it.
final class CheckRules {
    private CheckRules() {}

    static List<Event> accept(RunState state, ClaimCommand.Accept c) {
        var why = obstacle(state, c, c.by());
        return why == null
                ? List.of(new ClaimEvent.WorkAccepted(c.task(), c.fence(), c.by(), c.remark()))
                : Refusal.of("check", c.task(), why);
    }

    static List<Event> sendBack(RunState state, ClaimCommand.SendBack c) {
        var why = c.reason().isBlank()
                ? "work is sent back with a reason, for whoever takes it next"
                : obstacle(state, c, c.by());
        return why == null
                ? List.of(new ClaimEvent.WorkReturned(c.task(), c.fence(), c.by(), c.reason()))
                : Refusal.of("check", c.task(), why);
    }

    private static @Nullable String obstacle(RunState state, ClaimCommand.OfCheck c, AgentId by) {
        var step = state.steps().get(c.task());
        if (step == null) {
            return "the run has no such step";
        }
        if (!(step instanceof StepState.Submitted(var _, var _, var attempt, var _))) {
            return "there is nothing to check, it is " + Refusal.name(step);
        }
        if (attempt.fence() != c.fence()) {
            return "fence " + c.fence() + " is stale, the work that was handed in has " + attempt.fence();
        }
        if (attempt.by().equals(by)) {
            return by + " did it; somebody else has to check it";
        }
        var team = state.plan().team();
        return team.isEmpty() || team.stream().anyMatch(each -> each.id().equals(by))
                ? null
                : by + " is not in the team; those who are: "
                        + team.stream().map(RunAgent::id).toList();
    }
}

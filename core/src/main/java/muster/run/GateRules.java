package muster.run;

import java.util.List;
import muster.plan.AgentId;
import muster.plan.GateId;

/// Who may say what at a gate: each approver once, and a single no settles it.
final class GateRules {
    private GateRules() {}

    static List<Event> approve(RunState state, Command.Approve c) {
        var why = obstacle(state, c.gate(), c.by());
        return why.isEmpty()
                ? List.of(new Event.GateApproved(c.gate(), c.by(), c.reason()))
                : Refusal.of("approve", c.gate(), why);
    }

    static List<Event> reject(RunState state, Command.Reject c) {
        var why = c.reason().isBlank() ? "a rejection needs a reason" : obstacle(state, c.gate(), c.by());
        return why.isEmpty()
                ? List.of(new Event.GateRejected(c.gate(), c.by(), c.reason()))
                : Refusal.of("reject", c.gate(), why);
    }

    private static String obstacle(RunState state, GateId gate, AgentId by) {
        if (!state.gates().containsKey(gate)) {
            return "the run has no such gate";
        }
        if (!state.plan().gate(gate).approvers().contains(by)) {
            return by + " is not an approver";
        }
        return switch (state.gate(gate)) {
            case GateState.Open(var approvedBy) -> approvedBy.contains(by) ? by + " approved before" : "";
            case GateState.Closed _, GateState.Passed _, GateState.Rejected _ ->
                "it is " + Refusal.name(state.gate(gate));
        };
    }
}

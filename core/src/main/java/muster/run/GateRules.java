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

    /// A no is for as long as its reason holds: whoever may vote may ask for another vote.
    static List<Event> reopen(RunState state, Command.Reopen c) {
        var why = c.reason().isBlank() ? "reopening needs a reason, for whoever votes again" : settled(state, c);
        return why.isEmpty()
                ? List.of(new Event.GateReopened(c.gate(), c.by(), c.reason()))
                : Refusal.of("reopen", c.gate(), why);
    }

    private static String settled(RunState state, Command.Reopen c) {
        var stranger = stranger(state, c.gate(), c.by());
        return stranger.isEmpty() && !(state.gate(c.gate()) instanceof GateState.Rejected)
                ? "it is " + Refusal.name(state.gate(c.gate()))
                : stranger;
    }

    private static String stranger(RunState state, GateId gate, AgentId by) {
        if (!state.gates().containsKey(gate)) {
            return "the run has no such gate";
        }
        return state.plan().gate(gate).approvers().contains(by) ? "" : by + " is not an approver";
    }

    private static String obstacle(RunState state, GateId gate, AgentId by) {
        var stranger = stranger(state, gate, by);
        if (!stranger.isEmpty()) {
            return stranger;
        }
        return switch (state.gate(gate)) {
            case GateState.Open(var approvedBy) -> approvedBy.contains(by) ? by + " approved before" : "";
            case GateState.Closed _, GateState.Passed _, GateState.Rejected _ ->
                "it is " + Refusal.name(state.gate(gate));
        };
    }
}

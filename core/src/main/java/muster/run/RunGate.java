package muster.run;

import java.util.ArrayList;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// A gate as a run meets it. It opens when the steps before it are done, and is passed when enough approvers have
/// approved and the facts hold. A gate without approvers passes by its facts alone.
///
/// @param requires facts that must hold, see [TeamFacts#met]
/// @param quorum how many of the approvers must approve, 0 to all of them
public record RunGate(
        GateId id, String title, List<AgentId> approvers, List<TaskId> after, List<FactId> requires, int quorum) {
    public RunGate {
        approvers = List.copyOf(approvers);
        after = List.copyOf(after);
        requires = List.copyOf(requires);
        if (quorum < 0 || quorum > approvers.size()) {
            throw new IllegalArgumentException(
                    "a quorum is between 0 and " + approvers.size() + ", got " + quorum + " at gate " + id);
        }
    }

    /// Every approver must approve.
    public RunGate(GateId id, String title, List<AgentId> approvers, List<TaskId> after, List<FactId> requires) {
        this(id, title, approvers, after, requires, approvers.size());
    }

    /// A gate of the plan after these steps. One that names neither approvers nor conditions would pass unseen, so any
    /// one of the team decides at it.
    public static RunGate of(Gate gate, List<TaskId> after, List<AgentId> team) {
        var facts = conditions(gate).stream()
                .map(condition -> TeamFacts.met(condition, gate.id()))
                .toList();
        var anybody = gate.approvers().isEmpty() && facts.isEmpty() && !team.isEmpty();
        var approvers = anybody ? team : gate.approvers();
        var votes = gate.terms().votes();
        var quorum = anybody ? Math.max(1, votes.quorum()) : votes.of(approvers);
        return new RunGate(gate.id(), gate.title(), approvers, after, facts, quorum);
    }

    /// The gate that is passed when all steps of the plan that the task is are done.
    public static GateId within(TaskId task) {
        return new GateId("plan:" + task);
    }

    /// What a gate of the plan asks for beside approvals.
    public static List<GateCondition> conditions(Gate gate) {
        var asked = new ArrayList<GateCondition>();
        var awaited = gate.terms().awaited();
        addIf(asked, gate.policy(), GateCondition.POLICY);
        addIf(asked, awaited.delay(), GateCondition.TIMER);
        addIf(asked, awaited.metric(), GateCondition.METRIC);
        addIf(asked, awaited.event(), GateCondition.EVENT);
        addIf(asked, awaited.audit(), GateCondition.AUDIT);
        return asked;
    }

    private static void addIf(List<GateCondition> asked, @Nullable Object value, GateCondition condition) {
        if (value != null) {
            asked.add(condition);
        }
    }
}

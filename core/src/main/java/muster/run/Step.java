package muster.run;

import java.util.List;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.Task;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// A task as a run carries it out.
///
/// @param owners who may claim or complete it; empty means anybody
/// @param needs steps that must be done before
/// @param requires facts that must hold before
/// @param provides facts that hold once it is done
/// @param gates gates that must be passed before
/// @param retries how often a failed attempt is repeated, 0 to 10
/// @param compensation what undoes it; it must cope with work that was only begun
/// @param terms on what terms agents from outside carry it out
public record Step(
        TaskId id,
        String title,
        List<AgentId> owners,
        Action action,
        List<TaskId> needs,
        List<FactId> requires,
        List<FactId> provides,
        List<GateId> gates,
        int retries,
        @Nullable Action compensation,
        Terms terms) {
    public Step {
        owners = List.copyOf(owners);
        needs = List.copyOf(needs);
        requires = List.copyOf(requires);
        provides = List.copyOf(provides);
        gates = List.copyOf(gates);
        if (retries < 0 || retries > Task.MOST_RETRIES) {
            throw new IllegalArgumentException(
                    "retries must be between 0 and " + Task.MOST_RETRIES + ", got " + retries);
        }
    }

    /// A step without terms of its own.
    public Step(
            TaskId id,
            String title,
            List<AgentId> owners,
            Action action,
            List<TaskId> needs,
            List<FactId> requires,
            List<FactId> provides,
            List<GateId> gates,
            int retries,
            @Nullable Action compensation) {
        this(id, title, owners, action, needs, requires, provides, gates, retries, compensation, Terms.NONE);
    }

    /// The same step on other terms.
    public Step on(Terms others) {
        return new Step(id, title, owners, action, needs, requires, provides, gates, retries, compensation, others);
    }

    /// The same step that waits for these steps.
    public Step needing(List<TaskId> others) {
        return new Step(id, title, owners, action, others, requires, provides, gates, retries, compensation, terms);
    }

    /// What an attempt for this purpose performs; null if the step has no compensation.
    public @Nullable Action actionFor(Purpose purpose) {
        return switch (purpose) {
            case DO -> action;
            case UNDO -> compensation;
        };
    }

    /// True if the agent may claim, complete or retry this step.
    public boolean belongsTo(AgentId agent) {
        return owners.isEmpty() || owners.contains(agent);
    }

    /// The fact that holds once this step is done.
    public FactId done() {
        return new FactId("done:" + id);
    }
}

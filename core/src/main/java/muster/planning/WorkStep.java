package muster.planning;

import java.util.List;
import muster.plan.AgentId;
import muster.plan.Estimate;
import muster.plan.TaskId;

/// One piece of a plan's own work: a task, the approval of a gate, or the mark of a phase's end.
///
/// @param like the task whose resources, days and timing it has, if there is a task of that id
/// @param needs steps that must be done before; some may stand here twice
public record WorkStep(TaskId id, TaskId like, Estimate estimate, List<AgentId> owners, List<TaskId> needs) {
    public WorkStep {
        owners = List.copyOf(owners);
        needs = List.copyOf(needs);
    }

    /// Work that is like nothing else.
    public WorkStep(TaskId id, Estimate estimate, List<AgentId> owners, List<TaskId> needs) {
        this(id, id, estimate, owners, needs);
    }
}

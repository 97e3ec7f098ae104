package muster.planning;

import java.util.List;
import muster.plan.AgentId;
import muster.plan.Estimate;
import muster.plan.TaskId;

/// One piece of a plan's own work: a task, the approval of a gate, or the mark of a phase's end.
///
/// @param needs steps that must be done before; some may stand here twice
public record WorkStep(TaskId id, Estimate estimate, List<AgentId> owners, List<TaskId> needs) {
    public WorkStep {
        owners = List.copyOf(owners);
        needs = List.copyOf(needs);
    }
}

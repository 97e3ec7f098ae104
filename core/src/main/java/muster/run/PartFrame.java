package muster.run;

import java.util.List;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.plan.PhaseId;
import muster.plan.TaskId;

/// What a plan within another takes from the task that it is.
///
/// @param prefix before every name in it
/// @param owners of tasks that have none
record PartFrame(String prefix, StepWaits waits, List<AgentId> owners) {
    /// The whole plan.
    static final PartFrame NONE = new PartFrame("", StepWaits.NONE, List.of());

    TaskId name(TaskId task) {
        return new TaskId(prefix + task);
    }

    GateId name(GateId gate) {
        return new GateId(prefix + gate);
    }

    PhaseId name(PhaseId phase) {
        return new PhaseId(prefix + phase);
    }
}

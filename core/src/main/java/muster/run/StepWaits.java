package muster.run;

import java.util.List;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;

/// What a step waits for.
record StepWaits(List<TaskId> needs, List<FactId> requires, List<GateId> gates) {
    static final StepWaits NONE = new StepWaits(List.of(), List.of(), List.of());
}

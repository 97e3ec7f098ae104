package muster.run;

import java.util.List;
import muster.plan.AgentId;

/// What a plan within another takes from the task that it is.
///
/// @param owners of tasks that have none
record PartFrame(PartName name, StepWaits waits, List<AgentId> owners) {
    /// The whole plan.
    static final PartFrame NONE = new PartFrame(PartName.WHOLE, StepWaits.NONE, List.of());
}

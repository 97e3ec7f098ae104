package muster.run;

import java.util.List;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;

/// A gate as a run meets it. It opens when the steps before it are done, and is passed when every approver has approved
/// and the facts hold. A gate without approvers passes by its facts alone.
///
/// @param requires facts that must hold, such as `policy:go-live` for a policy that the edge evaluates
public record RunGate(GateId id, String title, List<AgentId> approvers, List<TaskId> after, List<FactId> requires) {
    public RunGate {
        approvers = List.copyOf(approvers);
        after = List.copyOf(after);
        requires = List.copyOf(requires);
    }
}

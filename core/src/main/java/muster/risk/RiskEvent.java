package muster.risk;

import java.util.List;
import muster.plan.Impact;
import muster.plan.ItemId;
import muster.plan.Share;
import muster.plan.TaskId;

/// Something that happens or does not, once in a project.
///
/// @param delayed activities that its delay is added to
/// @param stretched activities that its stretch multiplies
/// @param impact one draw per iteration decides each of its parts, for all activities alike
public record RiskEvent(
        ItemId id, String title, Share probability, List<TaskId> delayed, List<TaskId> stretched, Impact impact) {
    public RiskEvent {
        delayed = List.copyOf(delayed);
        stretched = List.copyOf(stretched);
    }
}

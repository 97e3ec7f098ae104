package muster.risk;

import java.util.List;
import muster.plan.Impact;
import muster.plan.ItemId;
import muster.plan.Mitigation;
import muster.plan.Share;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Something that happens or does not, once in a project.
///
/// @param delayed activities that its delay is added to
/// @param stretched activities that its stretch multiplies
/// @param impact one draw per iteration decides each of its parts, for all activities alike
/// @param mitigation what can be done against it; its cost is in the network's currency
public record RiskEvent(
        ItemId id,
        String title,
        Share probability,
        List<TaskId> delayed,
        List<TaskId> stretched,
        Impact impact,
        @Nullable Mitigation mitigation) {
    public RiskEvent {
        delayed = List.copyOf(delayed);
        stretched = List.copyOf(stretched);
    }
}

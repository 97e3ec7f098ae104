package muster.markdown;

import java.util.List;
import muster.plan.AgentId;
import muster.plan.DayWindow;
import muster.plan.Estimate;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// One line of a schedule that becomes a task.
///
/// @param title in the document's words, without day and owner
/// @param code a short name of the document's own, such as `T001`; empty if it has none
/// @param value what stands after the key of an attribute line, else the title
/// @param after what it says it depends on, in words; empty if nothing
/// @param deliverables files and other results it names
record Work(
        TaskId id,
        Part part,
        String title,
        String code,
        String value,
        List<AgentId> owners,
        @Nullable DayWindow days,
        @Nullable Estimate estimate,
        String after,
        List<String> deliverables,
        Item.Tick tick,
        int line) {
    /// What kind of line it is. All but work are milestones: they are ticked, yet take no time.
    enum Part {
        DEPENDENCY,
        RISK,
        WORK,
        DELIVERABLE,
        HANDOFF,
        GATE
    }

    /// True if the line has a box to tick.
    boolean boxed() {
        return tick != Item.Tick.NONE;
    }

    Work {
        owners = List.copyOf(owners);
        deliverables = List.copyOf(deliverables);
    }
}

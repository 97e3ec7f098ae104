package muster.schedule;

import java.time.Instant;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.ResourceId;
import muster.plan.TaskId;

/// One thing that an item waited for, and until when.
public sealed interface Wait {

    /// When the wait was over.
    Instant until();

    /// It may not start earlier.
    record ForRelease(Instant until) implements Wait {}

    /// Another item had to be finished first.
    record ForItem(TaskId item, Instant until) implements Wait {}

    /// An owner was busy with as many items as it can take; `item` was the one that made room.
    record ForAgent(AgentId agent, TaskId item, Instant until) implements Wait {}

    /// Too little of a resource was left; `item` was the one that gave back enough.
    record ForResource(ResourceId resource, TaskId item, Instant until) implements Wait {}

    /// The owners' calendars were not all open.
    record ForOpening(List<AgentId> owners, Instant until) implements Wait {
        public ForOpening {
            owners = List.copyOf(owners);
        }
    }
}

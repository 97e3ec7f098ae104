package muster.schedule;

import java.time.Instant;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.ConstraintKind;
import muster.plan.Lag;
import muster.plan.LinkKind;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// One thing that an item waited for, and until when.
public sealed interface Wait {

    /// When the wait was over.
    Instant until();

    /// The days of the plan do not let it start earlier.
    record ForRelease(Instant until) implements Wait {}

    /// A date of its own does not let it start, or finish, earlier.
    record ForDate(ConstraintKind kind, Instant until) implements Wait {}

    /// Another item had to be finished first.
    record ForItem(TaskId item, Instant until) implements Wait {}

    /// A link to another item kept its start, or its finish, back.
    record ForLink(TaskId item, LinkKind kind, Lag lag, Instant until) implements Wait {}

    /// An owner was busy with as many items as it can take; `item` was the one that made room.
    record ForAgent(AgentId agent, TaskId item, Instant until) implements Wait {}

    /// Too little of a resource was left; `item` was the one that gave back enough.
    record ForResource(ResourceId resource, TaskId item, Instant until) implements Wait {}

    /// There was too little of a resource; more of it came.
    record ForSupply(ResourceId resource, Instant until) implements Wait {}

    /// The resource goes from agent to agent, and it was another's turn.
    record ForTurn(ResourceId resource, Instant until) implements Wait {}

    /// The owners' calendars were not all open.
    record ForOpening(List<AgentId> owners, Instant until) implements Wait {
        public ForOpening {
            owners = List.copyOf(owners);
        }
    }

    /// The other item, if the wait was for one.
    default @Nullable TaskId other() {
        return switch (this) {
            case ForItem(var item, var _) -> item;
            case ForLink(var item, var _, var _, var _) -> item;
            case ForAgent(var _, var item, var _) -> item;
            case ForResource(var _, var item, var _) -> item;
            case ForRelease _, ForDate _, ForSupply _, ForTurn _, ForOpening _ -> null;
        };
    }
}

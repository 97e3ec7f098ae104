package muster.schedule;

import java.math.BigDecimal;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.ResourceId;
import muster.plan.TaskId;

/// Why no schedule exists.
public sealed interface Obstacle {

    /// The items wait for each other, directly or through others.
    record Ring(List<TaskId> items) implements Obstacle {
        public Ring {
            items = List.copyOf(items);
        }
    }

    /// One item asks for more of a resource than there is.
    record TooLarge(TaskId item, ResourceId resource, BigDecimal demand, BigDecimal amount) implements Obstacle {}

    /// All items together use up more of a resource than there is.
    record UsedUp(ResourceId resource, BigDecimal demand, BigDecimal amount) implements Obstacle {}

    /// The calendars of the owners are never open together, looked at for two years.
    record NeverOpen(TaskId item, List<AgentId> owners) implements Obstacle {
        public NeverOpen {
            owners = List.copyOf(owners);
        }
    }
}

package muster.schedule;

import java.math.BigDecimal;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.plan.WorkMode;

/// Why no schedule exists or none was found.
public sealed interface Obstacle {

    /// The items wait for each other, directly or through others.
    record Ring(List<TaskId> items) implements Obstacle {
        public Ring {
            items = List.copyOf(items);
        }
    }

    /// One item asks for more of a resource than there ever is.
    record TooLarge(TaskId item, ResourceId resource, BigDecimal demand, BigDecimal amount) implements Obstacle {}

    /// All items together use up more of a resource than is ever provided.
    record UsedUp(ResourceId resource, BigDecimal demand, BigDecimal amount) implements Obstacle {}

    /// The calendars of the owners are never open together, looked at for two years; or never as long as the work takes
    /// without a break, if it holds something that goes from agent to agent.
    record NeverOpen(TaskId item, List<AgentId> owners) implements Obstacle {
        public NeverOpen {
            owners = List.copyOf(owners);
        }
    }

    /// No agent has the capability or the role that any of its modes asks for.
    record NobodyFits(TaskId item, List<WorkMode> modes) implements Obstacle {
        public NobodyFits {
            modes = List.copyOf(modes);
        }
    }

    /// No order was found in which these items have room: what they need is never given back in time. Another
    /// order might exist.
    ///
    /// @param resources what is held and not given back
    record Stuck(List<TaskId> items, List<ResourceId> resources) implements Obstacle {
        public Stuck {
            items = List.copyOf(items);
            resources = List.copyOf(resources);
        }
    }
}

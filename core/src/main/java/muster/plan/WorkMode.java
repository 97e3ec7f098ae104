package muster.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way to do a task: who does it, how fast and at what cost.
///
/// @param speed work done in an hour of working time, in hours of the estimate; above 0, 2 is twice as fast
/// @param cost what it costs this way; null means what the task costs
public record WorkMode(Who who, BigDecimal speed, @Nullable Money cost) {

    /// Those who can do it.
    public sealed interface Who {

        /// These agents together.
        record Together(List<AgentId> agents) implements Who {
            public Together {
                agents = List.copyOf(agents);
            }
        }

        /// Any one agent who has the capability.
        record Capable(String capability) implements Who {}

        /// Any one agent in the role.
        record InRole(String role) implements Who {}
    }

    public WorkMode {
        if (speed.signum() <= 0) {
            throw new IllegalArgumentException("speed must be above 0, got " + speed.toPlainString());
        }
    }
}

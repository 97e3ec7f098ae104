package muster.work;

import java.time.Duration;
import java.util.List;
import muster.plan.AgentId;

/// For whom a worker works, and how long.
///
/// @param agents in whose names it claims, in this order
/// @param together most actions that it performs at one time, at least 1
/// @param beat time between two heartbeats
public record WorkTerms(List<AgentId> agents, int together, Duration beat, Until until) {
    public WorkTerms {
        agents = List.copyOf(agents);
        if (together < 1) {
            throw new IllegalArgumentException("together must be at least 1, got " + together);
        }
    }
}

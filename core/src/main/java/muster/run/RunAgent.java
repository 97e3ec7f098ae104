package muster.run;

import java.util.List;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.WorkMode;

/// A member of the team as a run knows it.
///
/// @param role short role code or title
/// @param capacity claims it may hold at one time, at least 1
public record RunAgent(AgentId id, String role, List<String> capabilities, int capacity) {
    public RunAgent {
        capabilities = List.copyOf(capabilities);
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, got " + capacity);
        }
    }

    static RunAgent of(Agent agent) {
        return new RunAgent(agent.id(), agent.role(), agent.capabilities(), agent.capacity());
    }

    /// True if the agent is one of those.
    boolean is(WorkMode.Who who) {
        return switch (who) {
            case WorkMode.Who.Together(var agents) -> agents.contains(id);
            case WorkMode.Who.Capable(var capability) -> capabilities.contains(capability);
            case WorkMode.Who.InRole(var needed) -> role.equals(needed);
        };
    }
}

package muster.plan;

import java.util.List;

/// Who and what a plan can draw on.
///
/// @param targets machines that probes look at
public record Team(List<Calendar> calendars, List<Agent> agents, List<Resource> resources, List<Target> targets) {
    public static final Team NOBODY = new Team(List.of(), List.of(), List.of());

    public Team {
        calendars = List.copyOf(calendars);
        agents = List.copyOf(agents);
        resources = List.copyOf(resources);
        targets = List.copyOf(targets);
    }

    /// A team that looks at this machine alone.
    public Team(List<Calendar> calendars, List<Agent> agents, List<Resource> resources) {
        this(calendars, agents, resources, List.of());
    }

    /// All agents, in the order of the plan.
    public List<AgentId> agentIds() {
        return agents.stream().map(Agent::id).toList();
    }
}

package muster.plan;

import java.util.List;

/// Who and what a plan can draw on.
public record Team(List<Calendar> calendars, List<Agent> agents, List<Resource> resources) {
    public static final Team NOBODY = new Team(List.of(), List.of(), List.of());

    public Team {
        calendars = List.copyOf(calendars);
        agents = List.copyOf(agents);
        resources = List.copyOf(resources);
    }
}

package muster.schedule;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import muster.plan.Agent;
import muster.plan.Resource;
import muster.plan.Team;

/// Work, the team that does it and the instant from which on it may be done. Needs, owners and resources that an item
/// names must exist.
public record SchedulingProblem(List<WorkItem> items, Team team, Instant start, Basis basis) {
    public SchedulingProblem {
        items = List.copyOf(items);
        var ids = new HashSet<Object>();
        for (var item : items) {
            if (!ids.add(item.id())) {
                throw new IllegalArgumentException("two items have the id " + item.id());
            }
        }
        var agents = team.agents().stream().map(Agent::id).collect(Collectors.<Object>toSet());
        var resources = team.resources().stream().map(Resource::id).collect(Collectors.<Object>toSet());
        for (var item : items) {
            require(item, ids, item.needs());
            require(item, agents, item.owners());
            item.demands().forEach(demand -> require(item, resources, List.of(demand.resource())));
        }
    }

    private static void require(WorkItem item, Set<Object> known, List<?> named) {
        for (var name : named) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("item " + item.id() + " names " + name + ", which is not there");
            }
        }
    }
}

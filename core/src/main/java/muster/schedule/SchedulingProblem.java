package muster.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.Link;
import muster.plan.Resource;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.plan.WorkMode.Who;

/// Work, the team that does it and the instant from which on it may be done. Items, agents and resources that an item
/// names must exist.
public record SchedulingProblem(List<WorkItem> items, Team team, Instant start, Basis basis) {
    public SchedulingProblem {
        items = List.copyOf(items);
        Set<Object> ids = new HashSet<>(2 * items.size());
        for (var item : items) {
            if (!ids.add(item.id())) {
                throw new IllegalArgumentException("two items have the id " + item.id());
            }
        }
        var agents = Set.<Object>copyOf(team.agentIds());
        var resources = team.resources().stream().map(Resource::id).collect(Collectors.<Object>toSet());
        for (var item : items) {
            require(item, ids, item.needs());
            require(item, agents, item.owners());
            item.timing().links().forEach(link -> require(item, ids, List.of(link.after())));
            requireDemands(item, ids, resources);
            if (!item.timing().modes().isEmpty()) {
                require(item, agents, named(item));
            }
        }
    }

    private static void requireDemands(WorkItem item, Set<Object> ids, Set<Object> resources) {
        for (var demand : item.demands()) {
            require(item, resources, List.of(demand.resource()));
            if (demand.until() != null) {
                require(item, ids, List.of(demand.until()));
            }
        }
    }

    /// The same with other items.
    public SchedulingProblem of(List<WorkItem> others) {
        return new SchedulingProblem(others, team, start, basis);
    }

    /// The items by which an item is held back: those it needs and those it is linked to.
    static Stream<TaskId> before(WorkItem item) {
        return Stream.concat(
                item.needs().stream(), item.timing().links().stream().map(Link::after));
    }

    private static List<AgentId> named(WorkItem item) {
        return item.timing().modes().stream()
                .flatMap(mode -> mode.who() instanceof Who.Together(var agents) ? agents.stream() : Stream.empty())
                .toList();
    }

    private static void require(WorkItem item, Set<Object> known, Collection<?> named) {
        for (var name : named) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("item " + item.id() + " names " + name + ", which is not there");
            }
        }
    }
}

package muster.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.Demand;
import muster.plan.Link;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.plan.WorkMode.Who;

/// Work, the team that does it and the instant from which on it may be done. Items, agents and resources that an item
/// names must exist.
public record SchedulingProblem(List<WorkItem> items, Team team, Instant start, Basis basis) {
    public SchedulingProblem {
        items = List.copyOf(items);
        var numbers = new ItemNumbers(items);
        var agents = Set.copyOf(team.agentIds());
        var resources = team.resources().stream().map(Resource::id).collect(Collectors.toSet());
        for (var item : items) {
            item.needs().forEach(need -> require(item, need, numbers.has(need)));
            item.owners().forEach(owner -> require(item, owner, agents.contains(owner)));
            item.timing().links().forEach(link -> require(item, link.after(), numbers.has(link.after())));
            item.demands().forEach(demand -> require(item, demand, resources, numbers));
            if (!item.timing().modes().isEmpty()) {
                named(item).forEach(agent -> require(item, agent, agents.contains(agent)));
            }
        }
    }

    private static void require(WorkItem item, Demand demand, Set<ResourceId> resources, ItemNumbers numbers) {
        require(item, demand.resource(), resources.contains(demand.resource()));
        if (demand.until() != null) {
            require(item, demand.until(), numbers.has(demand.until()));
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

    private static void require(WorkItem item, Object name, boolean there) {
        if (!there) {
            throw new IllegalArgumentException("item " + item.id() + " names " + name + ", which is not there");
        }
    }
}

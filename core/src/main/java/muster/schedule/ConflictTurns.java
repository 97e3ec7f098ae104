package muster.schedule;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.ConflictKind;
import muster.plan.ConflictRule;
import muster.plan.Plan;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.Rotation;
import muster.plan.TaskId;
import muster.plan.Team;

/// What a plan's rule for conflicts over resources means for its schedule: on a renewable resource of which several
/// agents together could want more than there is, work is boxed in time, and the resource goes from agent to agent.
final class ConflictTurns {
    private ConflictTurns() {}

    /// The team, its contested resources going from agent to agent if the rule says so.
    static Team team(Plan plan, List<WorkItem> items) {
        if (rules(plan).noneMatch(rule -> rule.rotation() == Rotation.DAILY)) {
            return plan.team();
        }
        var contested = contested(plan, items);
        var resources = plan.team().resources().stream()
                .map(resource -> contested.contains(resource.id()) ? inTurn(resource) : resource)
                .toList();
        return new Team(plan.team().calendars(), plan.team().agents(), resources);
    }

    /// The time-boxes of items that hold something contested.
    static Map<TaskId, Duration> boxes(Plan plan, List<WorkItem> items) {
        var box = rules(plan).flatMap(rule -> Stream.ofNullable(rule.timeBox())).min(Duration::compareTo);
        Map<TaskId, Duration> boxes = new HashMap<>();
        if (box.isPresent()) {
            var contested = contested(plan, items);
            items.stream()
                    .filter(item -> item.demands().stream().anyMatch(demand -> contested.contains(demand.resource())))
                    .forEach(item -> boxes.put(item.id(), box.get()));
        }
        return boxes;
    }

    private static Stream<ConflictRule> rules(Plan plan) {
        return plan.coordination().conflicts().stream().filter(rule -> rule.kind() == ConflictKind.RESOURCE);
    }

    private static Set<ResourceId> contested(Plan plan, List<WorkItem> items) {
        return plan.team().resources().stream()
                .filter(resource -> resource.kind() == ResourceKind.RENEWABLE)
                .filter(resource -> Contention.exists(
                        Contention.largest(items, plan.team(), resource.id()).values(), resource))
                .map(Resource::id)
                .collect(Collectors.toSet());
    }

    private static Resource inTurn(Resource resource) {
        return new Resource(
                resource.id(), resource.kind(), resource.unit(), resource.amount(), resource.profile(), Rotation.DAILY);
    }
}

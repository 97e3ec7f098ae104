package muster.schedule;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.Level;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;

/// Looks for everything that keeps a problem from having any schedule.
final class Obstacles {
    private final Model model;
    private final Map<ResourceId, Resource> resources = new HashMap<>();
    private final List<Obstacle> obstacles = new ArrayList<>();

    private Obstacles(Model model) {
        this.model = model;
        model.problem.team().resources().forEach(resource -> resources.put(resource.id(), resource));
    }

    static List<Obstacle> of(Model model) {
        var obstacles = new Obstacles(model);
        obstacles.ring();
        if (!obstacles.resources.isEmpty()) {
            obstacles.tooLarge();
            obstacles.usedUp();
        }
        for (int item = 0; item < model.size; item++) {
            obstacles.nobody(item);
        }
        return obstacles.obstacles;
    }

    private void tooLarge() {
        for (var item :
                model.items.stream().filter(each -> !each.demands().isEmpty()).toList()) {
            item.demands().stream()
                    .map(demand -> resources.get(demand.resource()))
                    .distinct()
                    .filter(resource -> resource != null && resource.kind() != ResourceKind.CONSUMABLE)
                    .forEach(resource -> tooLarge(item, resource));
        }
    }

    private void tooLarge(WorkItem item, Resource resource) {
        var demand = Contention.demand(item, resource.id());
        if (demand.compareTo(most(resource)) > 0) {
            obstacles.add(new Obstacle.TooLarge(item.id(), resource.id(), demand, most(resource)));
        }
    }

    private void usedUp() {
        Map<ResourceId, BigDecimal> all = model.items.stream()
                .flatMap(item -> item.demands().stream())
                .collect(Collectors.toMap(
                        demand -> demand.resource(), demand -> demand.amount(), BigDecimal::add, HashMap::new));
        model.problem.team().resources().stream()
                .filter(resource -> resource.kind() == ResourceKind.CONSUMABLE)
                .filter(resource -> all.containsKey(resource.id()))
                .filter(resource ->
                        all.getOrDefault(resource.id(), BigDecimal.ZERO).compareTo(most(resource)) > 0)
                .forEach(resource -> obstacles.add(new Obstacle.UsedUp(
                        resource.id(), all.getOrDefault(resource.id(), BigDecimal.ZERO), most(resource))));
    }

    private static BigDecimal most(Resource resource) {
        return Stream.concat(
                        Stream.of(resource.amount()),
                        resource.profile().stream().map(Level::amount))
                .max(BigDecimal::compareTo)
                .orElse(resource.amount());
    }

    /// All its ways are left out of the model: nobody fits its modes, or those who do are never open together.
    private void nobody(int item) {
        if (model.ways.count(item) > 0) {
            return;
        }
        var blocked = model.items.get(item);
        var owners = WorkWays.of(blocked, model.problem.team()).stream()
                .flatMap(way -> way.owners().stream())
                .collect(Collectors.toSet());
        obstacles.add(
                owners.isEmpty()
                        ? new Obstacle.NobodyFits(blocked.id(), blocked.timing().modes())
                        : new Obstacle.NeverOpen(blocked.id(), inOrder(owners)));
    }

    private static List<AgentId> inOrder(Set<AgentId> owners) {
        return owners.stream().sorted().toList();
    }

    /// Behind a ring there may be items that only wait for it; they are taken off from the end.
    private void ring() {
        if (model.graph.order.length == model.size) {
            return;
        }
        boolean[] left = new boolean[model.size];
        Arrays.fill(left, true);
        for (int item : model.graph.order) {
            left[item] = false;
        }
        int[] held = new int[model.size];
        var ends = new ArrayDeque<Integer>();
        for (int item = 0; item < model.size; item++) {
            held[item] = heldBack(item, left);
            if (left[item] && held[item] == 0) {
                ends.add(item);
            }
        }
        while (!ends.isEmpty()) {
            takeOff(ends.remove(), left, held, ends);
        }
        obstacles.add(new Obstacle.Ring(IntStream.range(0, model.size)
                .filter(item -> left[item])
                .mapToObj(model::id)
                .toList()));
    }

    private void takeOff(int end, boolean[] left, int[] held, Deque<Integer> ends) {
        left[end] = false;
        for (int edge = model.graph.beforeStart(end); edge < model.graph.beforeEnd(end); edge++) {
            int earlier = model.graph.from[edge];
            if (left[earlier] && --held[earlier] == 0) {
                ends.add(earlier);
            }
        }
    }

    private int heldBack(int item, boolean[] left) {
        int count = 0;
        for (int at = model.graph.afterStart(item); at < model.graph.afterEnd(item); at++) {
            count += left[model.graph.to[model.graph.afterEdge(at)]] ? 1 : 0;
        }
        return count;
    }
}

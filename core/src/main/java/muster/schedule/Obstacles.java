package muster.schedule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import muster.plan.Resource;

/// Looks for everything that keeps a problem from having any schedule.
final class Obstacles {
    private Obstacles() {}

    static List<Obstacle> of(Model model) {
        var obstacles = new ArrayList<Obstacle>();
        ring(model, obstacles);
        model.problem.team().resources().forEach(resource -> resource(model, resource, obstacles));
        for (int item = 0; item < model.items.size(); item++) {
            if (!model.open.get(item).everOpens()) {
                var blocked = model.items.get(item);
                obstacles.add(new Obstacle.NeverOpen(blocked.id(), blocked.owners()));
            }
        }
        return obstacles;
    }

    private static void resource(Model model, Resource resource, List<Obstacle> obstacles) {
        switch (resource.kind()) {
            case RENEWABLE, RESERVOIR ->
                model.items.stream()
                        .filter(item -> Model.demand(item, resource).compareTo(resource.amount()) > 0)
                        .forEach(item -> obstacles.add(new Obstacle.TooLarge(
                                item.id(), resource.id(), Model.demand(item, resource), resource.amount())));
            case CONSUMABLE -> {
                var all = model.items.stream()
                        .map(item -> Model.demand(item, resource))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (all.compareTo(resource.amount()) > 0) {
                    obstacles.add(new Obstacle.UsedUp(resource.id(), all, resource.amount()));
                }
            }
        }
    }

    /// Behind a ring there may be items that only wait for it; they are taken off from the end.
    private static void ring(Model model, List<Obstacle> obstacles) {
        var ring = new TreeSet<Integer>();
        for (int item = 0; item < model.items.size(); item++) {
            ring.add(item);
        }
        model.inOrder().forEach(ring::remove);
        for (boolean shrank = true; shrank; ) {
            shrank = ring.removeIf(item -> model.after.get(item).stream().noneMatch(ring::contains));
        }
        if (!ring.isEmpty()) {
            obstacles.add(new Obstacle.Ring(
                    ring.stream().map(item -> model.items.get(item).id()).toList()));
        }
    }
}

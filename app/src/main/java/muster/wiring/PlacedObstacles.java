package muster.wiring;

import java.util.List;
import muster.plan.Location;
import muster.plan.Problem;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.schedule.Obstacle;
import muster.yaml.PlacedPlan;
import org.jspecify.annotations.Nullable;

/// What stands in the way of a schedule, each at the place in the plan file where it comes from.
public final class PlacedObstacles {
    private PlacedObstacles() {}

    /// One problem per obstacle.
    public static List<Problem> of(List<Obstacle> obstacles, PlacedPlan placed) {
        return obstacles.stream()
                .map(obstacle -> new Problem(place(obstacle, placed), WaitWords.of(obstacle), hint(obstacle)))
                .toList();
    }

    private static Location place(Obstacle obstacle, PlacedPlan placed) {
        return switch (obstacle) {
            case Obstacle.Ring(var items) -> task(items.getFirst(), placed);
            case Obstacle.TooLarge(var item, var _, var _, var _) -> task(item, placed);
            case Obstacle.UsedUp(var resource, var _, var _) -> resource(resource, placed);
            case Obstacle.NeverOpen(var item, var _) -> task(item, placed);
            case Obstacle.NobodyFits(var item, var _) -> task(item, placed);
            case Obstacle.Stuck(var items, var _) -> task(items.getFirst(), placed);
        };
    }

    private static Location task(TaskId item, PlacedPlan placed) {
        return placed.tasks().getOrDefault(item, placed.start());
    }

    private static Location resource(ResourceId resource, PlacedPlan placed) {
        return placed.resources().getOrDefault(resource, placed.start());
    }

    private static @Nullable String hint(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.TooLarge _, Obstacle.UsedUp _ -> "Maybe try --what-if with another amount";
            case Obstacle.Stuck _ -> "Maybe give it back earlier: 'until' names the task that does";
            case Obstacle.Ring _, Obstacle.NeverOpen _, Obstacle.NobodyFits _ -> null;
        };
    }
}

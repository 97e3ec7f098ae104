package muster.yaml;

import java.util.HashMap;
import java.util.Map;
import muster.plan.Location;
import muster.plan.Plan;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// A plan with the places at which its tasks and resources stand.
///
/// @param start the beginning of the file
public record PlacedPlan(Plan plan, Location start, Map<TaskId, Location> tasks, Map<ResourceId, Location> resources) {
    public PlacedPlan {
        tasks = Map.copyOf(tasks);
        resources = Map.copyOf(resources);
    }

    static PlacedPlan of(Plan plan, Location start, Names names) {
        var tasks = new HashMap<TaskId, Location>();
        plan.tasks()
                .forEach(task -> put(
                        tasks, task.id(), names.declared(Kind.TASK, task.id().value())));
        var resources = new HashMap<ResourceId, Location>();
        plan.team()
                .resources()
                .forEach(resource -> put(
                        resources,
                        resource.id(),
                        names.declared(Kind.RESOURCE, resource.id().value())));
        return new PlacedPlan(plan, start, tasks, resources);
    }

    private static <I> void put(Map<I, Location> places, I id, @Nullable Location place) {
        if (place != null) {
            places.put(id, place);
        }
    }
}

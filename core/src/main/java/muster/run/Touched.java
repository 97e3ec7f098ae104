package muster.run;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Steps whose effect may be in the world and that no rollback has come to, by the order in which they came to be so.
///
/// @param order the steps by number; a later effect has a larger one
/// @param places the number of each step
public record Touched(SortedMap<Long, TaskId> order, SortedMap<TaskId, Long> places) {
    /// No step did anything.
    public static final Touched NONE = new Touched(new TreeMap<>(), new TreeMap<>());

    public Touched {
        order = SharedMap.of(order);
        places = SharedMap.of(places);
    }

    /// The steps, the first touched first.
    public List<TaskId> inOrder() {
        return List.copyOf(order.values());
    }

    /// The step touched last; null if there is none.
    @Nullable
    TaskId latest() {
        return order.isEmpty() ? null : order.get(order.lastKey());
    }

    Touched with(TaskId task) {
        var number = order.isEmpty() ? 1 : order.lastKey() + 1;
        var others = without(task);
        return new Touched(
                SharedMap.of(others.order).with(number, task),
                SharedMap.of(others.places).with(task, number));
    }

    Touched without(TaskId task) {
        var place = places.get(task);
        return place == null
                ? this
                : new Touched(
                        SharedMap.of(order).without(place), SharedMap.of(places).without(task));
    }
}

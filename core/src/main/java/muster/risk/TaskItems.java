package muster.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.plan.TaskId;
import muster.schedule.SchedulingProblem;
import muster.schedule.WorkItem;

/// Which items of a problem a task stands for: itself, or its parts.
final class TaskItems {
    private final Map<TaskId, List<TaskId>> items = new HashMap<>();
    private final Map<TaskId, TaskId> tasks = new HashMap<>();

    TaskItems(SchedulingProblem problem) {
        for (var item : problem.items()) {
            var task = task(item);
            items.computeIfAbsent(task, _ -> new ArrayList<>(1)).add(item.id());
            tasks.put(item.id(), task);
        }
    }

    static TaskId task(WorkItem item) {
        return item.part() == null ? item.id() : item.part().task();
    }

    /// The items that a task stands for, in order; none if it is not in the problem.
    Stream<TaskId> of(TaskId task) {
        return items.getOrDefault(task, List.of()).stream();
    }

    boolean isThere(TaskId task) {
        return items.containsKey(task);
    }

    /// The task of an item; the id itself if there is no such item.
    TaskId taskOf(TaskId item) {
        return tasks.getOrDefault(item, item);
    }
}

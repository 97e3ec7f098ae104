package muster.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.Task;
import muster.plan.TaskId;

/// Tasks, each after all it waits for.
record TaskNetwork(List<Waiting> order) {

    /// A task and those that must be done before it.
    record Waiting(Task task, Set<TaskId> before) {
        Duration length() {
            return task.estimate().likely();
        }
    }

    static TaskNetwork of(List<Phase> phases) {
        var tasks = phases.stream().flatMap(phase -> waiting(phase, phases)).collect(Collectors.toList());
        var ids = tasks.stream().map(each -> each.task().id()).collect(Collectors.toSet());
        tasks.forEach(each -> each.before().retainAll(ids));
        return new TaskNetwork(sorted(tasks));
    }

    private static Stream<Waiting> waiting(Phase phase, List<Phase> phases) {
        var needed = phases.stream()
                .filter(other -> phase.needs().contains(other.id()))
                .flatMap(other -> other.tasks().stream())
                .map(Task::id)
                .toList();
        var waiting = new ArrayList<Waiting>();
        for (var task : phase.tasks()) {
            var before = new LinkedHashSet<>(needed);
            before.addAll(task.needs());
            if (phase.mode() == Mode.SEQUENTIAL && !waiting.isEmpty()) {
                before.add(waiting.getLast().task().id());
            }
            waiting.add(new Waiting(task, before));
        }
        return waiting.stream();
    }

    private static List<Waiting> sorted(List<Waiting> tasks) {
        var left = new LinkedHashMap<TaskId, Waiting>();
        tasks.forEach(each -> left.put(each.task().id(), each));
        var order = new ArrayList<Waiting>();
        while (!left.isEmpty()) {
            var free = left.values().stream()
                    .filter(each -> each.before().stream().noneMatch(left::containsKey))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalArgumentException("tasks wait for each other: " + left.keySet());
            }
            free.forEach(each -> left.remove(each.task().id()));
            order.addAll(free);
        }
        return order;
    }

    /// By how much each task can slip without moving the end.
    Map<TaskId, Duration> slack() {
        var finish = new HashMap<TaskId, Duration>();
        order.forEach(each ->
                finish.put(each.task().id(), latest(each.before(), finish).plus(each.length())));
        var end = latest(finish.keySet(), finish);
        var mustFinish = new HashMap<TaskId, Duration>();
        var slack = new HashMap<TaskId, Duration>();
        for (var each : order.reversed()) {
            var id = each.task().id();
            var by = mustFinish.getOrDefault(id, end);
            each.before().forEach(earlier -> mustFinish.merge(earlier, by.minus(each.length()), TaskNetwork::sooner));
            slack.put(id, by.minus(finish.getOrDefault(id, end)));
        }
        return slack;
    }

    private static Duration latest(Collection<TaskId> tasks, Map<TaskId, Duration> finish) {
        return tasks.stream()
                .map(task -> finish.getOrDefault(task, Duration.ZERO))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration sooner(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import muster.plan.Phase;
import muster.plan.Task;
import muster.plan.TaskId;

/// Answers "can this phase start at this instant with zero delay?" by scheduling all that it waits for. Waiting for the
/// owners' calendars to open is not a delay, nor is waiting within the phase.
public final class StartCheck {
    private final SchedulingProblem problem;
    private final Map<TaskId, WorkItem> items = new HashMap<>();
    private final Set<TaskId> phase;

    private StartCheck(SchedulingProblem problem, Set<TaskId> phase) {
        this.problem = problem;
        this.phase = phase;
        problem.items().forEach(item -> items.put(item.id(), item));
    }

    /// The answer for a phase of a plan; the problem must hold at least one of its tasks.
    public static StartAnswer of(SchedulingProblem problem, Phase phase, Instant at) {
        return of(problem, phase.tasks().stream().map(Task::id).collect(Collectors.toSet()), at);
    }

    /// The answer for a set of items; the problem must hold at least one of them.
    public static StartAnswer of(SchedulingProblem problem, Set<TaskId> phase, Instant at) {
        var check = new StartCheck(problem, phase);
        var first = check.firstItems();
        if (first.isEmpty()) {
            throw new IllegalArgumentException("no item of the problem belongs to the phase: " + phase);
        }
        var earlier = check.allBefore(first);
        var before = new SchedulingProblem(
                problem.items().stream()
                        .filter(item -> earlier.contains(item.id()))
                        .toList(),
                problem.team(),
                problem.start(),
                problem.basis());
        return switch (Scheduler.schedule(before)) {
            case SchedulingResult.Impossible(var obstacles) -> new StartAnswer.Never(obstacles);
            case SchedulingResult.Scheduled(var schedule, var network, var _) ->
                check.answer(first, schedule, network, at);
        };
    }

    private StartAnswer answer(List<WorkItem> first, Schedule schedule, Network network, Instant at) {
        var ready = schedule.finish();
        var from = at.isBefore(problem.start()) ? problem.start() : at;
        var wanted = starts(first, from);
        var possible = starts(first, ready.isAfter(from) ? ready : from);
        var delay = wanted.entrySet().stream()
                .map(start -> Duration.between(start.getValue(), possible.get(start.getKey())))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (delay.isZero() && !at.isBefore(problem.start())) {
            return new StartAnswer.Yes(ready);
        }
        return new StartAnswer.No(delay, ready.isAfter(from) ? ready : from, network.finish(), schedule.criticalPath());
    }

    /// When each item could start if it waited for nothing but its calendars.
    private Map<TaskId, Instant> starts(List<WorkItem> first, Instant from) {
        return first.stream().collect(Collectors.toMap(WorkItem::id, item -> {
            var open = new OpenTime(Model.calendars(problem, item), Model.second(from));
            return Model.instant(open.nextOpen(Model.second(from)));
        }));
    }

    /// Items of the phase that wait for no other item of the phase, directly or not.
    private List<WorkItem> firstItems() {
        return problem.items().stream()
                .filter(item -> phase.contains(item.id()))
                .filter(item -> allBefore(List.of(item)).stream().noneMatch(phase::contains))
                .toList();
    }

    private Set<TaskId> allBefore(List<WorkItem> last) {
        var before = new HashSet<TaskId>();
        var open = new ArrayDeque<>(last);
        while (!open.isEmpty()) {
            open.remove().needs().stream()
                    .filter(before::add)
                    .map(need -> Objects.requireNonNull(items.get(need)))
                    .forEach(open::add);
        }
        return before;
    }
}

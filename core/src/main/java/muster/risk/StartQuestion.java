package muster.risk;

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
import java.util.stream.Stream;
import muster.plan.Link;
import muster.plan.Phase;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.schedule.SchedulingProblem;
import muster.schedule.TeamHours;
import muster.schedule.WorkItem;

/// Whether a phase can start at an instant with zero delay: all that its first items wait for has to be finished in
/// time. Waiting for the owners' calendars to open is not a delay, nor is waiting within the phase (as in
/// [muster.schedule.StartCheck]).
///
/// @param before everything that the first items wait for
/// @param by when that has to be finished: the instant asked for, or the opening of those owners who open first after
/// it
public record StartQuestion(SchedulingProblem before, Instant by) {
    /// The question for a phase of which the problem has at least one item.
    public static StartQuestion of(SchedulingProblem problem, Phase phase, Instant at) {
        var tasks = phase.tasks().stream().map(Task::id).collect(Collectors.toSet());
        var ids = problem.items().stream()
                .filter(item -> tasks.contains(TaskItems.task(item)))
                .map(WorkItem::id)
                .collect(Collectors.toSet());
        Map<TaskId, WorkItem> items = new HashMap<>();
        problem.items().forEach(item -> items.put(item.id(), item));
        var first = problem.items().stream()
                .filter(item -> ids.contains(item.id()))
                .filter(item -> before(List.of(item), items).stream().noneMatch(ids::contains))
                .toList();
        if (first.isEmpty()) {
            throw new IllegalArgumentException("no item of the problem belongs to the phase " + phase.id());
        }
        var before = before(first, items);
        var earlier = new SchedulingProblem(
                problem.items().stream()
                        .filter(item -> before.contains(item.id()))
                        .toList(),
                problem.team(),
                problem.start(),
                problem.basis());
        var hours = new TeamHours(problem);
        var by = at.isBefore(problem.start())
                ? at
                : first.stream()
                        .map(item -> hours.firstOpening(item, at))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return new StartQuestion(earlier, by);
    }

    /// True if the problem has an item of the phase.
    public static boolean concerns(SchedulingProblem problem, Phase phase) {
        var tasks = phase.tasks().stream().map(Task::id).collect(Collectors.toSet());
        return problem.items().stream().anyMatch(item -> tasks.contains(TaskItems.task(item)));
    }

    private static Set<TaskId> before(List<WorkItem> last, Map<TaskId, WorkItem> items) {
        var before = new HashSet<TaskId>();
        var open = new ArrayDeque<>(last);
        while (!open.isEmpty()) {
            var item = open.remove();
            Stream.concat(item.needs().stream(), item.timing().links().stream().map(Link::after))
                    .filter(before::add)
                    .map(need -> Objects.requireNonNull(items.get(need)))
                    .forEach(open::add);
        }
        return before;
    }
}

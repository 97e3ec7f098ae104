package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Phase;
import muster.plan.Task;
import muster.plan.TaskId;

/// Answers "can this phase start at this instant with zero delay?" by scheduling all that it waits for. Waiting for the
/// owners' calendars to open is not a delay, nor is waiting within the phase.
public final class StartCheck {
    private final SchedulingProblem problem;
    private final Map<TaskId, WorkItem> items = new HashMap<>();
    private final Set<TaskId> phase;
    private final TeamHours hours;

    private StartCheck(SchedulingProblem problem, Set<TaskId> phase) {
        this.problem = problem;
        this.phase = phase;
        this.hours = new TeamHours(problem);
        problem.items().forEach(item -> items.put(item.id(), item));
    }

    /// The answer for a phase of a plan; the problem must hold at least one of its tasks.
    ///
    /// @param search for the schedule of what it waits for
    public static StartAnswer of(SchedulingProblem problem, Phase phase, Instant at, ScheduleSearch search) {
        return of(problem, phase.tasks().stream().map(Task::id).collect(Collectors.toSet()), at, search);
    }

    /// The answer for a set of items; the problem must hold at least one of them.
    public static StartAnswer of(SchedulingProblem problem, Set<TaskId> phase, Instant at, ScheduleSearch search) {
        var check = new StartCheck(problem, phase);
        var first = check.firstItems();
        if (first.isEmpty()) {
            throw new IllegalArgumentException("no item of the problem belongs to the phase: " + phase);
        }
        var earlier = check.allBefore(first);
        var before = problem.of(check.withReturns(earlier));
        return switch (search.schedule(before)) {
            case SchedulingResult.Impossible(var obstacles) -> new StartAnswer.Never(obstacles);
            case SchedulingResult.Scheduled(var schedule, var network, var _) ->
                check.answer(first, only(schedule, earlier), only(network, earlier), at);
        };
    }

    private StartAnswer answer(List<WorkItem> first, Schedule schedule, Instant bound, Instant at) {
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
        return new StartAnswer.No(delay, ready.isAfter(from) ? ready : from, bound, schedule.criticalPath());
    }

    /// When each item could start if it waited for nothing but its calendars.
    private Map<TaskId, Instant> starts(List<WorkItem> first, Instant from) {
        return first.stream().collect(Collectors.toMap(WorkItem::id, item -> hours.firstOpening(item, from)));
    }

    /// Items of the phase that wait for no other item of the phase, directly or not.
    private List<WorkItem> firstItems() {
        var graph = Graph.of(problem.items());
        boolean[] behind = new boolean[graph.size];
        for (int item : graph.order) {
            for (int edge = graph.beforeStart(item); edge < graph.beforeEnd(item); edge++) {
                int earlier = graph.from[edge];
                behind[item] |= behind[earlier]
                        || phase.contains(problem.items().get(earlier).id());
            }
        }
        var first = new ArrayList<WorkItem>();
        for (int item = 0; item < graph.size; item++) {
            if (!behind[item] && phase.contains(problem.items().get(item).id())) {
                first.add(problem.items().get(item));
            }
        }
        return first;
    }

    private Set<TaskId> allBefore(Collection<WorkItem> last) {
        var before = new HashSet<TaskId>();
        var open = new ArrayDeque<>(last);
        while (!open.isEmpty()) {
            SchedulingProblem.before(open.remove())
                    .filter(before::add)
                    .map(need -> Objects.requireNonNull(items.get(need)))
                    .forEach(open::add);
        }
        return before;
    }

    /// What gives back is scheduled with what takes, unless it belongs to the phase; then nothing is given back before.
    private List<WorkItem> withReturns(Set<TaskId> earlier) {
        var givers = problem.items().stream()
                .filter(item -> earlier.contains(item.id()))
                .flatMap(item -> item.demands().stream())
                .flatMap(demand -> Stream.ofNullable(demand.until()))
                .filter(giver -> allBefore(List.of(Objects.requireNonNull(items.get(giver)))).stream()
                        .noneMatch(phase::contains))
                .filter(giver -> !phase.contains(giver))
                .map(giver -> Objects.requireNonNull(items.get(giver)))
                .collect(Collectors.toSet());
        var all = new HashSet<>(earlier);
        givers.forEach(giver -> all.add(giver.id()));
        all.addAll(allBefore(givers));
        return problem.items().stream()
                .filter(item -> all.contains(item.id()))
                .map(item -> item.holding(item.demands().stream()
                        .map(demand -> demand.among(all::contains))
                        .toList()))
                .toList();
    }

    private static Schedule only(Schedule schedule, Set<TaskId> earlier) {
        var slots = schedule.slots().stream()
                .filter(slot -> earlier.contains(slot.item()))
                .toList();
        var finish =
                slots.stream().map(Slot::finish).max(Comparator.naturalOrder()).orElse(schedule.start());
        return Schedule.of(schedule.start(), finish, slots);
    }

    private static Instant only(Network network, Set<TaskId> earlier) {
        return network.activities().stream()
                .filter(activity -> earlier.contains(activity.item()))
                .map(Network.Activity::earliestFinish)
                .max(Comparator.naturalOrder())
                .orElse(network.start());
    }
}

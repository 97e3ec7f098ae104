package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.DayWindow;
import muster.plan.Link;
import muster.plan.LinkKind;
import muster.plan.Plan;
import muster.plan.Task;
import muster.plan.TaskId;

/// Finds what cannot be true of the days on which a plan says that its tasks are done. Days are stretches of 24 hours
/// from the plan's start, the first being day 1.
public final class StatedDays {
    /// Work that an agent does in a day. Source: common working week of 5 days of 8 hours.
    public static final Duration WORKING_DAY = Duration.ofHours(8);

    private final Plan plan;
    private final Map<TaskId, Task> tasks = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /// What contradicts stated days.
    public enum Rule {
        /// The task is finished after its last day.
        LATE,
        /// Something that the task needs is to be done after the task.
        ORDER,
        /// The work of one agent on some days is more than that many working days.
        CROWDED
    }

    /// One contradiction.
    ///
    /// @param tasks those whose days it concerns
    /// @param words what is stated and what is found
    public record Finding(Rule rule, DayWindow days, List<TaskId> tasks, String words) {
        public Finding {
            tasks = List.copyOf(tasks);
        }
    }

    private StatedDays(Plan plan) {
        this.plan = plan;
        plan.tasks().stream().filter(task -> task.days() != null).forEach(task -> tasks.put(task.id(), task));
    }

    /// All of them: by rule, then in the order of the plan's tasks and agents.
    public static List<Finding> of(Plan plan, SchedulingProblem problem, Schedule schedule) {
        var stated = new StatedDays(plan);
        if (stated.tasks.isEmpty()) {
            return List.of();
        }
        stated.late(problem, schedule);
        stated.tasks.values().forEach(stated::order);
        plan.team().agents().forEach(agent -> stated.crowded(agent.id()));
        return stated.findings;
    }

    private static DayWindow days(Task task) {
        return Objects.requireNonNull(task.days());
    }

    private static String words(DayWindow days) {
        return days.first() == days.last() ? "day " + days.first() : "days " + days.first() + "-" + days.last();
    }

    private void late(SchedulingProblem problem, Schedule schedule) {
        var finishes = new HashMap<TaskId, Instant>();
        var slots = schedule.byItem();
        for (var item : problem.items()) {
            var slot = slots.get(item.id());
            var task = item.part() == null ? item.id() : item.part().task();
            if (slot != null) {
                finishes.merge(task, slot.finish(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        for (var task : tasks.values()) {
            var finish = finishes.get(task.id());
            var end = plan.header().start().plus(Duration.ofDays(days(task).last()));
            if (finish != null && finish.isAfter(end)) {
                var words =
                        task.id() + " is stated for " + words(days(task)) + ", but is finished on day " + day(finish);
                findings.add(new Finding(Rule.LATE, days(task), List.of(task.id()), words));
            }
        }
    }

    /// A finish at midnight belongs to the day that ends then.
    private long day(Instant finish) {
        return Duration.between(plan.header().start(), finish).minusNanos(1).toDays() + 1;
    }

    private void order(Task task) {
        var links = task.timing().links().stream()
                .filter(link -> link.kind() == LinkKind.FINISH_TO_START)
                .filter(link -> !link.lag().time().isNegative())
                .map(Link::after);
        Stream.concat(task.needs().stream(), links)
                .distinct()
                .flatMap(need -> Stream.ofNullable(tasks.get(need)))
                .filter(need -> days(need).first() > days(task).last())
                .forEach(need -> findings.add(new Finding(
                        Rule.ORDER,
                        days(task),
                        List.of(task.id(), need.id()),
                        task.id() + " is stated for " + words(days(task)) + ", but needs " + need.id() + " of "
                                + words(days(need)))));
    }

    /// What is stated for days inside a window counts for the window.
    private void crowded(AgentId agent) {
        var mine = tasks.values().stream()
                .filter(task -> task.owners().contains(agent))
                .filter(task -> !task.estimate().likely().isZero())
                .toList();
        mine.stream()
                .map(StatedDays::days)
                .distinct()
                .sorted(Comparator.comparingInt(DayWindow::first).thenComparingInt(DayWindow::last))
                .forEach(window -> crowded(agent, window, mine));
    }

    private void crowded(AgentId agent, DayWindow window, List<Task> mine) {
        var inside = mine.stream()
                .filter(task ->
                        days(task).first() >= window.first() && days(task).last() <= window.last())
                .toList();
        var work = inside.stream().map(task -> task.estimate().likely()).reduce(Duration.ZERO, Duration::plus);
        var room = WORKING_DAY.multipliedBy(window.last() - window.first() + 1L);
        if (work.compareTo(room) > 0) {
            findings.add(new Finding(
                    Rule.CROWDED,
                    window,
                    inside.stream().map(Task::id).toList(),
                    agent + " has " + work.toHours() + " h of work stated for " + words(window) + ", which "
                            + (window.first() == window.last() ? "has " : "have ") + room.toHours()
                            + " working hours"));
        }
    }
}

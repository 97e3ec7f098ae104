package muster.charts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import muster.charts.Timetable.Arc;
import muster.charts.Timetable.Bar;
import muster.charts.Timetable.Kind;
import muster.charts.Timetable.Lane;
import muster.plan.Gate;
import muster.plan.Lag;
import muster.plan.LinkKind;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.TaskKind;
import muster.planning.PhaseEnds;
import muster.report.Show;
import muster.schedule.AgentLoad;
import muster.schedule.Schedule;
import muster.schedule.SchedulingProblem;
import muster.schedule.Slot;
import muster.schedule.TeamHours;
import muster.schedule.WorkItem;
import muster.schedule.WorkWays;
import org.jspecify.annotations.Nullable;

/// Makes the table of a schedule.
final class Tabulation {
    private static final String GATES = "Gates";

    private final Plan plan;
    private final SchedulingProblem problem;
    private final Schedule schedule;
    private final TeamHours hours;
    private final Map<TaskId, WorkItem> items = new HashMap<>();
    private final Map<TaskId, Task> tasks = new HashMap<>();
    private final Map<TaskId, Gate> gates = new HashMap<>();
    private final Map<TaskId, Phase> phases = new HashMap<>();

    /// Phases by the marks of their ends.
    private final Map<TaskId, Phase> ends = new HashMap<>();

    Tabulation(Plan plan, SchedulingProblem problem, Schedule schedule) {
        this.plan = plan;
        this.problem = problem;
        this.schedule = schedule;
        this.hours = new TeamHours(problem);
        problem.items().forEach(item -> items.put(item.id(), item));
        plan.tasks().forEach(task -> tasks.put(task.id(), task));
        plan.coordination().gates().forEach(gate -> gates.put(gate.id().amongTasks(), gate));
        plan.phases().forEach(phase -> phase.tasks().forEach(task -> phases.put(task.id(), phase)));
        plan.phases().stream()
                .filter(phase -> !tasks.containsKey(PhaseEnds.id(phase)))
                .forEach(phase -> ends.put(PhaseEnds.id(phase), phase));
        phases.putAll(ends);
    }

    Timetable table() {
        var head = plan.header();
        return new Timetable(
                new Timetable.Head(
                        head.id().value(),
                        Show.line(head.title()),
                        schedule.start(),
                        schedule.finish(),
                        head.deadlines(),
                        schedule.criticalPath()),
                problem.team(),
                lanes(),
                arcs(),
                AgentLoad.of(problem, schedule),
                critical());
    }

    /// The critical path, and whatever else has no room.
    private Set<TaskId> critical() {
        var critical = new HashSet<>(schedule.criticalPath());
        schedule.slots().stream()
                .filter(slot -> !slot.totalSlack().isPositive())
                .forEach(slot -> critical.add(slot.item()));
        return critical;
    }

    private List<Lane> lanes() {
        Map<String, List<Bar>> bars = new LinkedHashMap<>();
        plan.phases().forEach(phase -> bars.put(phase.id().value(), new ArrayList<>()));
        for (var slot : schedule.slots()) {
            bars.computeIfAbsent(lane(slot), _ -> new ArrayList<>()).add(bar(slot));
        }
        Map<String, String> titles = new HashMap<>(Map.of(GATES, GATES));
        plan.phases().forEach(phase -> titles.put(phase.id().value(), Show.line(phase.title())));
        return bars.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Lane(each.getKey(), titles.getOrDefault(each.getKey(), ""), ordered(each.getValue())))
                .toList();
    }

    private static List<Bar> ordered(List<Bar> bars) {
        return bars.stream()
                .sorted(Comparator.comparing(Bar::start)
                        .thenComparing(Bar::finish)
                        .thenComparing(Bar::id))
                .toList();
    }

    private String lane(Slot slot) {
        var phase = phases.get(taskOf(slot.item()));
        return phase == null ? GATES : phase.id().value();
    }

    /// The task whose phase an item stands in; a gate stands with the last of the tasks that lead to it.
    private TaskId taskOf(TaskId item) {
        var gate = gates.get(item);
        if (gate == null) {
            return whole(item);
        }
        return Stream.concat(gate.after().reversed().stream(), gate.guards().stream())
                .findFirst()
                .orElse(item);
    }

    /// The task that an item is or is a part of.
    private TaskId whole(TaskId item) {
        var found = items.get(item);
        var part = found == null ? null : found.part();
        return part == null ? item : part.task();
    }

    private Bar bar(Slot slot) {
        var task = tasks.get(whole(slot.item()));
        var item = items.get(slot.item());
        var latest = item == null ? slot.finish() : latest(slot, item);
        return new Bar(title(slot.item(), task), kind(slot.item(), task), slot, work(slot), latest, task);
    }

    /// When the item may finish without moving the end of the schedule; never after that end. Slack is working time.
    private Instant latest(Slot slot, WorkItem item) {
        var slack = slot.totalSlack();
        var finish = slot.finish();
        var open = slack.isPositive() ? hours.of(slot.owners(), item) : null;
        if (open == null) {
            return slack.isPositive() ? finish.plus(slack) : finish;
        }
        var last = finish.isAfter(schedule.finish()) ? finish : schedule.finish();
        return open.after(finish, slack, last);
    }

    private String title(TaskId item, @Nullable Task task) {
        var title = task == null ? title(item) : task.title();
        var found = items.get(item);
        var part = found == null ? null : found.part();
        return Show.line(title) + (part == null ? "" : " (part " + part.number() + " of " + part.of() + ")");
    }

    /// Of a gate or of the mark of a phase's end.
    private String title(TaskId item) {
        var gate = gates.get(item);
        var phase = ends.get(item);
        return gate != null ? gate.title() : phase != null ? "End of " + phase.title() : item.value();
    }

    private Kind kind(TaskId item, @Nullable Task task) {
        if (gates.containsKey(item)) {
            return Kind.GATE;
        }
        if (ends.containsKey(item)) {
            return Kind.MILESTONE;
        }
        return task != null && task.timing().kind() == TaskKind.MILESTONE ? Kind.MILESTONE : Kind.WORK;
    }

    private Duration work(Slot slot) {
        var item = items.get(slot.item());
        var ways = item == null ? List.<WorkWays.Way>of() : WorkWays.of(item, problem.team());
        return slot.mode() < ways.size() ? ways.get(slot.mode()).estimate().likely() : Duration.ZERO;
    }

    private List<Arc> arcs() {
        var arcs = new ArrayList<Arc>();
        Set<TaskId> there = items.keySet();
        for (var item : problem.items()) {
            item.needs().forEach(need -> arcs.add(new Arc(need, item.id(), LinkKind.FINISH_TO_START, Lag.NONE)));
            item.timing().links().stream()
                    .filter(link -> !link.isNeed() || !item.needs().contains(link.after()))
                    .forEach(link -> arcs.add(new Arc(link.after(), item.id(), link.kind(), link.lag())));
        }
        return arcs.stream().filter(arc -> there.contains(arc.from())).toList();
    }
}

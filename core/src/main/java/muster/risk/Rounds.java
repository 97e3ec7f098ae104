package muster.risk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Estimate;
import muster.plan.Gate;
import muster.plan.GateFailure;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.Repeat;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.planning.PhaseEnds;
import muster.schedule.Schedule;
import muster.schedule.SchedulingProblem;
import muster.schedule.Slot;
import muster.schedule.WorkItem;

/// Marks the end of each phase that has tasks in a schedule, and finds what is done again: work before gates that fail,
/// and phases that are loops. Adds the arcs that belong to them.
final class Rounds {
    private final SchedulingProblem problem;
    private final Schedule schedule;
    private final Map<TaskId, Slot> slots;
    private final Map<TaskId, Activity> activities;
    private final Set<Arc> arcs;
    private final Map<TaskId, List<Arc>> arcsFrom = new HashMap<>();
    private final Map<TaskId, WorkItem> byId = new HashMap<>();
    private final TaskItems items;
    private final List<Activity> marks = new ArrayList<>();
    private final List<Repetition> repetitions = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();

    /// A plan, its problem and the schedule of that.
    record Scheduled(Plan plan, SchedulingProblem problem, Schedule schedule) {}

    Rounds(Scheduled scheduled, Map<TaskId, Activity> activities, Set<Arc> arcs) {
        this.problem = scheduled.problem;
        this.schedule = scheduled.schedule;
        this.slots = schedule.byItem();
        this.activities = activities;
        this.arcs = arcs;
        this.items = new TaskItems(problem);
        problem.items().forEach(item -> byId.put(item.id(), item));
        arcs.forEach(arc ->
                arcsFrom.computeIfAbsent(arc.from(), _ -> new ArrayList<>()).add(arc));
        scheduled.plan.phases().forEach(this::mark);
        scheduled.plan.coordination().gates().forEach(this::repeat);
    }

    List<Activity> marks() {
        return marks;
    }

    List<Repetition> repetitions() {
        return repetitions;
    }

    List<String> assumptions() {
        return assumptions;
    }

    private void mark(Phase phase) {
        var body = phase.tasks().stream()
                .flatMap(task -> items.of(task.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (body.isEmpty()) {
            return;
        }
        var end = PhaseEnds.id(phase);
        var after = after(phase, body);
        var last = slots(body).max(Comparator.comparing(Slot::finish)).orElseThrow();
        body.forEach(item -> add(Arc.of(item, end)));
        after.forEach(item -> add(Arc.of(end, item)));
        var opening = Objects.requireNonNull(activities.get(last.item())).opening();
        marks.add(new Activity(end, Estimate.ZERO, opening, null, null, Activity.Price.NONE, List.of()));
        if (phase.mode() == Mode.LOOP) {
            loop(phase, List.copyOf(body), last);
        }
    }

    /// Those that wait for the phase as a whole, not for some of its tasks or for an agent who worked on it, nor for a
    /// mark of its end that the schedule has already; what waits for any task of a loop waits for the loop.
    private List<TaskId> after(Phase phase, Set<TaskId> body) {
        var tasks = phase.tasks().stream().map(Task::id).filter(items::isThere).collect(Collectors.toSet());
        var end = PhaseEnds.id(phase);
        var after = body.stream()
                .flatMap(item -> arcsFrom.getOrDefault(item, List.of()).stream())
                .filter(arc -> arc.kind() == Arc.Kind.FINISH_TO_START)
                .map(Arc::to)
                .distinct()
                .filter(item -> !body.contains(item) && !item.equals(end) && waitsFor(item, tasks, phase.mode()))
                .toList();
        if (phase.mode() != Mode.LOOP || after.isEmpty()) {
            return after;
        }
        var before = before(body);
        return after.stream().filter(item -> !before.contains(item)).toList();
    }

    private boolean waitsFor(TaskId id, Set<TaskId> tasks, Mode mode) {
        var item = byId.get(id);
        if (item == null) {
            return false;
        }
        var needs = item.needs().stream().map(items::taskOf).collect(Collectors.toSet());
        return mode == Mode.LOOP ? tasks.stream().anyMatch(needs::contains) : needs.containsAll(tasks);
    }

    private void add(Arc arc) {
        if (arcs.add(arc)) {
            arcsFrom.computeIfAbsent(arc.from(), _ -> new ArrayList<>()).add(arc);
        }
    }

    private void loop(Phase phase, List<TaskId> body, Slot last) {
        Repeat repeat = phase.repeat();
        if (repeat == null) {
            assumptions.add("loop " + phase.id() + " does not say how many rounds there are: taken as one");
            return;
        }
        repetitions.add(new Repetition(PhaseEnds.id(phase), phase.title(), body, repeat));
        waits(PhaseEnds.id(phase), body, last);
    }

    private void repeat(Gate gate) {
        GateFailure failure = gate.failure();
        var decision = gate.id().amongTasks();
        var slot = slots.get(decision);
        if (failure == null || slot == null) {
            return;
        }
        var before = before(List.of(decision));
        var wanted = failure.rework().isEmpty() ? gate.after() : failure.rework();
        var body = wanted.stream().flatMap(items::of).distinct().toList();
        var possible = body.stream().filter(before::contains).toList();
        if (possible.size() < body.size()) {
            assumptions.add("rework of gate " + gate.id() + " that does not come before the gate is left out");
        }
        repetitions.add(new Repetition(decision, gate.title(), possible, failure.repeat()));
        waits(decision, possible, slot);
    }

    /// The next work of those who repeat something waits for them.
    private void waits(TaskId decision, Collection<TaskId> body, Slot last) {
        var ends = last.finish();
        var before = before(List.of(decision));
        var busy =
                slots(body).flatMap(slot -> slot.owners().stream()).distinct().toList();
        for (var agent : problem.team().agents()) {
            if (busy.contains(agent.id())) {
                schedule.slots().stream()
                        .filter(slot -> slot.owners().contains(agent.id()))
                        .filter(slot -> slot.start().isBefore(slot.finish())
                                && !slot.start().isBefore(ends))
                        .filter(slot -> !before.contains(slot.item()))
                        .limit(agent.capacity())
                        .forEach(slot -> add(Arc.ifRepeated(decision, slot.item())));
            }
        }
    }

    private Stream<Slot> slots(Collection<TaskId> items) {
        return items.stream().flatMap(item -> Stream.ofNullable(slots.get(item)));
    }

    /// Everything that must come before some of these.
    private Set<TaskId> before(Collection<TaskId> items) {
        Map<TaskId, List<TaskId>> earlier = new HashMap<>();
        arcs.forEach(
                arc -> earlier.computeIfAbsent(arc.to(), _ -> new ArrayList<>()).add(arc.from()));
        var found = new HashSet<TaskId>();
        var open = new ArrayDeque<>(items);
        while (!open.isEmpty()) {
            earlier.getOrDefault(open.remove(), List.of()).stream()
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }
}

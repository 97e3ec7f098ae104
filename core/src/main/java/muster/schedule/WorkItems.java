package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import muster.plan.Demand;
import muster.plan.Plan;
import muster.plan.Resource;
import muster.plan.ResourceKind;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.Timing;
import muster.planning.ActionPlan;
import muster.planning.PhaseEnds;
import muster.planning.WorkStep;
import muster.planning.WorkSteps;
import org.jspecify.annotations.Nullable;

/// Turns plans into work items: demands, timing and days come from the plan's tasks, the order from causal links
/// or from `needs`. Tasks that take longer than their time-box become parts.
public final class WorkItems {
    private final Plan plan;
    private final Days days;

    /// Whether the days on which a task is meant to be done hold it back until the first of them.
    public enum Days {
        KEEP,
        IGNORE
    }

    private WorkItems(Plan plan, Days days) {
        this.plan = plan;
        this.days = days;
    }

    /// The problem of doing all the work of a plan from its start on.
    public static SchedulingProblem problem(Plan plan, Days days, Basis basis) {
        return problem(plan, of(plan, days), plan.header().start(), basis);
    }

    /// The problem of doing the steps of an action plan from an instant on, with likely durations.
    public static SchedulingProblem problem(ActionPlan steps, Plan plan, Days days, Instant from) {
        return problem(plan, from(steps, plan, days), from, Basis.LIKELY);
    }

    /// The problem of doing these steps of a plan, or of a run of it, from an instant on, with likely durations.
    public static SchedulingProblem problem(List<WorkStep> steps, Plan plan, Days days, Instant from) {
        return problem(plan, new WorkItems(plan, days).items(steps), from, Basis.LIKELY);
    }

    private static SchedulingProblem problem(Plan plan, List<WorkItem> items, Instant start, Basis basis) {
        return new SchedulingProblem(items, ConflictTurns.team(plan, items), start, basis);
    }

    /// One item per step of an action plan, in its partial order. If an action occurs again, its later items are named
    /// `<id>:2`, `<id>:3` and so on.
    public static List<WorkItem> from(ActionPlan steps, Plan plan, Days days) {
        var ids = new ArrayList<TaskId>();
        Map<TaskId, Integer> seen = new HashMap<>();
        var work = new ArrayList<WorkStep>();
        for (var step : steps.steps()) {
            var id = step.action().id();
            int times = seen.merge(id, 1, Integer::sum);
            ids.add(times == 1 ? id : new TaskId(id + ":" + times));
            var needs = step.after().stream().map(ids::get).toList();
            work.add(new WorkStep(
                    ids.getLast(), id, step.action().estimate(), step.action().owners(), needs));
        }
        return new WorkItems(plan, days).items(work);
    }

    private List<WorkItem> items(List<WorkStep> work) {
        Map<TaskId, Task> tasks = new HashMap<>();
        plan.tasks().forEach(task -> tasks.put(task.id(), task));
        return finished(
                work.stream().map(step -> item(step, tasks.get(step.like()))).toList());
    }

    /// One item per task and gate of the plan itself, as if everything it expects were there. A fact that several tasks
    /// provide waits for all of them.
    public static List<WorkItem> of(Plan plan, Days days) {
        var workItems = new WorkItems(plan, days);
        var tasks = plan.tasks();
        var items = new ArrayList<WorkItem>(tasks.size());
        for (var step : WorkSteps.of(plan)) {
            int place = items.size();
            items.add(workItems.item(step, place < tasks.size() ? tasks.get(place) : null));
        }
        return workItems.finished(items);
    }

    /// @param task that the step is or repeats; null if it is no task
    private WorkItem item(WorkStep step, @Nullable Task task) {
        return new WorkItem(
                step.id(),
                step.estimate(),
                step.owners(),
                step.needs(),
                task == null ? List.<Demand>of() : task.demands(),
                earliest(task),
                timing(step.id(), task),
                null);
    }

    private static Timing timing(TaskId id, @Nullable Task task) {
        if (task != null) {
            return task.timing();
        }
        return PhaseEnds.isMark(id) ? Timing.milestone() : Timing.FREE;
    }

    /// Days of a plan are stretches of 24 hours from its start, the first being day 1.
    private @Nullable Instant earliest(@Nullable Task task) {
        return task == null || task.days() == null || days == Days.IGNORE
                ? null
                : plan.header().start().plus(Duration.ofDays(task.days().first() - 1L));
    }

    /// Links to what is not among the items do not count; what would give something back but is not there never does.
    private List<WorkItem> finished(List<WorkItem> items) {
        var linked = items.stream().allMatch(WorkItems::isByItself) ? items : among(items);
        var renewable = plan.team().resources().stream()
                .filter(resource -> resource.kind() == ResourceKind.RENEWABLE)
                .map(Resource::id)
                .collect(Collectors.toSet());
        return TimeBoxes.split(linked, boxes(linked), renewable);
    }

    private static boolean isByItself(WorkItem item) {
        return item.demands().isEmpty() && item.timing().links().isEmpty();
    }

    private static List<WorkItem> among(List<WorkItem> items) {
        Set<TaskId> there = items.stream().map(WorkItem::id).collect(Collectors.toSet());
        return items.stream()
                .map(item -> isByItself(item) ? item : among(item, there))
                .toList();
    }

    private static WorkItem among(WorkItem item, Set<TaskId> there) {
        var links = item.timing().links().stream()
                .filter(link -> there.contains(link.after()))
                .toList();
        var demands = item.demands().stream()
                .map(demand -> demand.among(there::contains))
                .toList();
        return item.holding(demands).timed(item.timing().linking(links));
    }

    /// A task's own time-box, or that of the rule for conflicts over what it holds, whichever is shorter.
    private Map<TaskId, Duration> boxes(List<WorkItem> items) {
        var boxes = new HashMap<TaskId, Duration>(ConflictTurns.boxes(plan, items));
        for (var task : plan.tasks()) {
            if (task.timeBox() != null) {
                boxes.merge(task.id(), task.timeBox(), (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
        }
        return boxes;
    }
}

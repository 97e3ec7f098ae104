package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.plan.Demand;
import muster.plan.FactId;
import muster.plan.Plan;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.planning.ActionPlan;
import muster.planning.CostRate;
import muster.planning.GroundAction;
import muster.planning.Remedies;
import org.jspecify.annotations.Nullable;

/// Turns plans into work items: demands and days come from the plan's tasks, the order from causal links or from
/// `needs`.
public final class WorkItems {
    private final Map<TaskId, Task> tasks = new HashMap<>();
    private final Instant start;
    private final Days days;

    /// Whether the days on which a task is meant to be done hold it back until the first of them.
    public enum Days {
        KEEP,
        IGNORE
    }

    private WorkItems(Plan plan, Days days) {
        plan.tasks().forEach(task -> tasks.put(task.id(), task));
        this.start = plan.header().start();
        this.days = days;
    }

    /// One item per step of an action plan, in its partial order. If an action occurs again, its later items are named
    /// `<id>:2`, `<id>:3` and so on.
    public static List<WorkItem> from(ActionPlan steps, Plan plan, Days days) {
        var workItems = new WorkItems(plan, days);
        var ids = new ArrayList<TaskId>();
        Map<TaskId, Integer> seen = new HashMap<>();
        var items = new ArrayList<WorkItem>();
        for (var step : steps.steps()) {
            var id = step.action().id();
            int times = seen.merge(id, 1, Integer::sum);
            ids.add(times == 1 ? id : new TaskId(id + ":" + times));
            var needs = step.after().stream().map(ids::get).toList();
            items.add(workItems.item(ids.getLast(), step.action(), needs));
        }
        return items;
    }

    /// One item per task and gate of the plan itself, as if everything it expects were there. A fact that several tasks
    /// provide waits for all of them.
    public static List<WorkItem> of(Plan plan, Days days) {
        var workItems = new WorkItems(plan, days);
        var actions = Remedies.work(plan, CostRate.STANDARD);
        Map<FactId, List<TaskId>> providers = new HashMap<>();
        for (var action : actions) {
            action.adds()
                    .forEach(fact -> providers
                            .computeIfAbsent(fact, _ -> new ArrayList<>())
                            .add(action.id()));
        }
        return actions.stream()
                .map(action -> workItems.item(
                        action.id(),
                        action,
                        action.preconditions().stream()
                                .flatMap(fact -> providers.getOrDefault(fact, List.of()).stream())
                                .toList()))
                .toList();
    }

    private WorkItem item(TaskId id, GroundAction action, List<TaskId> needs) {
        var task = tasks.get(action.id());
        var demands = task == null ? List.<Demand>of() : task.demands();
        return new WorkItem(id, action.estimate(), action.owners(), needs, demands, earliest(task));
    }

    /// Days of a plan are stretches of 24 hours from its start, the first being day 1.
    private @Nullable Instant earliest(@Nullable Task task) {
        return task == null || task.days() == null || days == Days.IGNORE
                ? null
                : start.plus(Duration.ofDays(task.days().first() - 1L));
    }
}

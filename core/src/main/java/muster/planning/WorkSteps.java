package muster.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.Task;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// The work of a plan itself, as if everything it expects were there: its tasks and gates in the order written, then
/// the ends of phases that stand for many links ([PhaseEnds]). A fact that several steps provide waits for all of them.
public final class WorkSteps {
    /// Facts that hold by themselves once a step is done.
    private static final List<String> OF_STEPS = List.of("done:", "passed:", "ended:");

    private final Plan plan;
    private final PhaseEnds ends;
    private final Preconditions preconditions;
    private final TaskAmounts amounts;
    private final Set<TaskId> tasks;

    /// True if some task provides what also holds once another step is done.
    private final boolean overlapping;

    /// Filled once a step waits for a fact.
    private @Nullable Map<FactId, List<TaskId>> providers;

    private WorkSteps(Plan plan) {
        this.plan = plan;
        this.ends = PhaseEnds.of(plan);
        this.preconditions = new Preconditions(plan, ends);
        this.amounts = new TaskAmounts(plan);
        var all = plan.tasks();
        this.tasks = HashSet.newHashSet(all.size());
        boolean overlaps = false;
        for (var task : all) {
            tasks.add(task.id());
            overlaps |= task.provides().stream().anyMatch(WorkSteps::isOfSteps);
        }
        this.overlapping = overlaps;
    }

    private static boolean isOfSteps(FactId fact) {
        return OF_STEPS.stream().anyMatch(fact.value()::startsWith);
    }

    /// All steps of the plan.
    public static List<WorkStep> of(Plan plan) {
        return new WorkSteps(plan).steps();
    }

    private List<WorkStep> steps() {
        var steps = new ArrayList<WorkStep>();
        for (var phase : plan.phases()) {
            phase.tasks().forEach(task -> steps.add(step(task, phase)));
        }
        plan.coordination().gates().forEach(gate -> steps.add(step(gate)));
        ends.marked().forEach(phase -> steps.add(end(phase)));
        return steps;
    }

    private WorkStep step(Task task, Phase phase) {
        if (!overlapping && preconditions.areOnlyNeeds(task, phase) && tasks.containsAll(task.needs())) {
            return new WorkStep(task.id(), task.estimate(), task.owners(), task.needs());
        }
        var needs = new ArrayList<TaskId>();
        preconditions.each(task, phase, condition -> add(condition, needs));
        amounts.capabilities(task).forEach(fact -> add(new Condition.Holds(fact), needs));
        return new WorkStep(task.id(), task.estimate(), task.owners(), needs);
    }

    private WorkStep step(Gate gate) {
        var needs = new ArrayList<TaskId>();
        gate.after().forEach(task -> add(new Condition.Done(task), needs));
        return new WorkStep(gate.id().amongTasks(), Estimate.ZERO, gate.approvers(), needs);
    }

    private WorkStep end(Phase phase) {
        var needs = new ArrayList<TaskId>();
        phase.tasks().forEach(task -> add(new Condition.Done(task.id()), needs));
        return new WorkStep(PhaseEnds.id(phase), Estimate.ZERO, List.of(), needs);
    }

    /// The steps after which the condition is met.
    private void add(Condition condition, List<TaskId> needs) {
        if (overlapping) {
            needs.addAll(providing(preconditions.fact(condition)));
            return;
        }
        switch (condition) {
            case Condition.Done(var task) -> {
                if (tasks.contains(task)) {
                    needs.add(task);
                }
            }
            case Condition.Passed(var gate) -> needs.add(gate.id().amongTasks());
            case Condition.Ended(var phase) -> needs.add(PhaseEnds.id(phase));
            case Condition.Holds(var fact) -> needs.addAll(providing(fact));
        }
    }

    private List<TaskId> providing(FactId fact) {
        var known = providers;
        if (known == null) {
            known = providers();
            providers = known;
        }
        return known.getOrDefault(fact, List.of());
    }

    private Map<FactId, List<TaskId>> providers() {
        Map<FactId, List<TaskId>> all = new HashMap<>();
        for (var task : plan.tasks()) {
            Stream.concat(Stream.of(task.done()), task.provides().stream())
                    .distinct()
                    .forEach(fact -> provide(all, fact, task.id()));
        }
        plan.coordination()
                .gates()
                .forEach(gate ->
                        provide(all, Remedies.passed(gate.id()), gate.id().amongTasks()));
        ends.marked().forEach(phase -> provide(all, PhaseEnds.ended(phase), PhaseEnds.id(phase)));
        return all;
    }

    private static void provide(Map<FactId, List<TaskId>> all, FactId fact, TaskId step) {
        all.computeIfAbsent(fact, _ -> new ArrayList<>(1)).add(step);
    }
}

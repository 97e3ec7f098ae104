package muster.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.Plan;
import muster.plan.Remedy;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.planning.ActionPlan;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;

/// Turns the actions that planning chose into a run: tasks and remedies become steps, gates become gates.
final class ChosenRun {

    /// Attempts after the first that a remedy gets; it is proved by its own probe, so trying again is safe.
    private static final int REMEDY_RETRIES = 1;

    private final Plan plan;
    private final ActionPlan chosen;
    private final Map<TaskId, Task> tasks = new HashMap<>();
    private final Map<TaskId, Remedy> remedies = new HashMap<>();
    private final Map<TaskId, List<FactId>> provided = new HashMap<>();
    private final Map<TaskId, Gate> gates = new HashMap<>();

    private ChosenRun(Plan plan, ActionPlan chosen) {
        this.plan = plan;
        this.chosen = chosen;
        plan.tasks().forEach(task -> tasks.put(task.id(), task));
        plan.coordination().gates().forEach(gate -> gates.put(new TaskId("gate:" + gate.id()), gate));
        for (var expectation : plan.expectations()) {
            for (var remedy : expectation.remedies()) {
                remedies.put(remedy.id(), remedy);
                provided.computeIfAbsent(remedy.id(), id -> new ArrayList<>()).add(expectation.fact());
            }
        }
    }

    static RunPlan of(RunId id, Plan plan, ActionPlan chosen) {
        var run = new ChosenRun(plan, chosen);
        return new RunPlan(id, run.steps(), run.runGates());
    }

    private List<muster.run.Step> steps() {
        return chosen.steps().stream()
                .filter(step -> !gates.containsKey(step.action().id()))
                .map(step -> tasks.containsKey(step.action().id()) ? task(step) : remedy(step))
                .toList();
    }

    private muster.run.Step task(muster.planning.Step step) {
        var task = Objects.requireNonNull(tasks.get(step.action().id()));
        return new muster.run.Step(
                task.id(),
                task.title(),
                task.owners(),
                task.action(),
                before(step),
                RunPlan.requires(task, plan.coordination()),
                task.provides(),
                gatesBefore(step),
                task.retries(),
                task.compensation());
    }

    private muster.run.Step remedy(muster.planning.Step step) {
        var remedy = Objects.requireNonNull(remedies.get(step.action().id()));
        return new muster.run.Step(
                remedy.id(),
                remedy.title(),
                List.of(remedy.owner()),
                remedy.action(),
                before(step),
                remedy.requires(),
                provided.getOrDefault(remedy.id(), List.of()),
                gatesBefore(step),
                REMEDY_RETRIES,
                null);
    }

    private List<RunGate> runGates() {
        return chosen.steps().stream()
                .filter(step -> gates.containsKey(step.action().id()))
                .map(step -> {
                    var gate = Objects.requireNonNull(gates.get(step.action().id()));
                    return RunGate.of(gate, before(step), plan.team().agentIds());
                })
                .toList();
    }

    private List<TaskId> before(muster.planning.Step step) {
        return step.after().stream()
                .map(number -> chosen.steps().get(number).action().id())
                .filter(id -> !gates.containsKey(id))
                .toList();
    }

    private List<GateId> gatesBefore(muster.planning.Step step) {
        return step.after().stream()
                .flatMap(number -> Stream.ofNullable(
                        gates.get(chosen.steps().get(number).action().id())))
                .map(Gate::id)
                .toList();
    }
}

package muster.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.planning.ActionPlan;
import muster.planning.Step;
import muster.replanning.ChosenSteps;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.TaskTerms;

/// Turns the actions that planning chose into a run: tasks and remedies become steps, gates become gates.
final class ChosenRun {
    private final Plan plan;
    private final ActionPlan chosen;
    private final ChosenSteps written;
    private final Map<TaskId, Gate> gates = new HashMap<>();

    private ChosenRun(Plan plan, ActionPlan chosen) {
        this.plan = plan;
        this.chosen = chosen;
        this.written = new ChosenSteps(plan, TaskTerms.USUAL);
        plan.coordination().gates().forEach(gate -> gates.put(gate.id().amongTasks(), gate));
    }

    static RunPlan of(RunId id, Plan plan, ActionPlan chosen) {
        var run = new ChosenRun(plan, chosen);
        return new RunPlan(id, run.steps(), run.runGates());
    }

    private List<muster.run.Step> steps() {
        return chosen.steps().stream()
                .filter(step -> !gates.containsKey(step.action().id()))
                .map(step -> written.of(step.action().id(), before(step), gatesBefore(step)))
                .toList();
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

    private List<TaskId> before(Step step) {
        return step.after().stream()
                .map(number -> chosen.steps().get(number).action().id())
                .filter(id -> !gates.containsKey(id))
                .toList();
    }

    private List<GateId> gatesBefore(Step step) {
        return step.after().stream()
                .flatMap(number -> Stream.ofNullable(
                        gates.get(chosen.steps().get(number).action().id())))
                .map(Gate::id)
                .toList();
    }
}

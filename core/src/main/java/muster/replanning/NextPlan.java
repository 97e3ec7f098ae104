package muster.replanning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import muster.plan.Checking;
import muster.plan.GateId;
import muster.plan.LateResults;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.planning.ActionPlan;
import muster.run.RunBudget;
import muster.run.RunGate;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.run.Step;
import muster.run.TaskTerms;
import muster.run.WholeRun;

/// The plan of a run with what was chosen in addition; what waits for that waits for it in the run too.
final class NextPlan {
    private final RunState state;
    private final RunPlan run;
    private final ActionPlan chosen;
    private final ChosenSteps written;
    private final Map<TaskId, Integer> numbers = new HashMap<>();
    private final Map<TaskId, Step> known = new HashMap<>();

    private NextPlan(RunState state, Plan plan, ActionPlan chosen) {
        this.state = state;
        this.run = state.plan();
        this.chosen = chosen;
        this.written = new ChosenSteps(plan, terms());
        run.steps().forEach(step -> known.put(step.id(), step));
        chosen.steps().forEach(step -> numbers.put(step.action().id(), step.number()));
    }

    static RunPlan of(RunState state, Plan plan, ActionPlan chosen) {
        return new NextPlan(state, plan, chosen).next();
    }

    private RunPlan next() {
        var steps = new ArrayList<Step>();
        run.steps().forEach(step -> steps.add(waiting(step)));
        chosen.steps().stream()
                .filter(step -> isNew(step.number()))
                .map(this::added)
                .forEach(steps::add);
        var gates = run.gates().stream().map(this::waiting).toList();
        return new RunPlan(run.id(), steps, gates, run.team(), run.loops(), run.budgets());
    }

    private Step waiting(Step step) {
        var number = numbers.get(step.id());
        boolean open = RunActions.isOpen(state.step(step.id()));
        return number == null || !open ? step : step.needing(with(step.needs(), number));
    }

    private RunGate waiting(RunGate gate) {
        var number = numbers.get(gate.id().amongTasks());
        return number == null
                ? gate
                : new RunGate(
                        gate.id(),
                        gate.title(),
                        gate.approvers(),
                        with(gate.after(), number),
                        gate.requires(),
                        gate.quorum());
    }

    /// What it waits for, and what was put before it: new steps, and those that come instead of others.
    private List<TaskId> with(List<TaskId> before, int number) {
        var needs = new LinkedHashSet<>(before);
        for (int earlier : chosen.steps().get(number).after()) {
            if (isNew(earlier) || isInstead(earlier)) {
                real(earlier).forEach(needs::add);
            }
        }
        return List.copyOf(needs);
    }

    private Step added(muster.planning.Step step) {
        var id = step.action().id();
        var needs = step.after().stream().flatMap(this::real).distinct().toList();
        var gates = step.after().stream().flatMap(this::gate).distinct().toList();
        if (written.contains(id)) {
            return written.of(id, needs, gates);
        }
        var first = Objects.requireNonNull(known.get(Again.original(id, run)));
        return new Step(
                id,
                first.title(),
                first.owners(),
                first.action(),
                needs,
                first.requires(),
                first.provides(),
                gates,
                first.retries(),
                first.compensation(),
                first.terms());
    }

    /// New steps are checked if all steps of the run are, and spend of the run's budgets.
    private TaskTerms terms() {
        boolean checked = !run.steps().isEmpty()
                && run.steps().stream().allMatch(step -> step.terms().checking() == Checking.ANOTHER);
        var conduct = new WholeRun.Conduct(checked ? Checking.ANOTHER : Checking.NONE, LateResults.REFUSE);
        return new TaskTerms(conduct, run.budgets().stream().map(RunBudget::id).toList());
    }

    private boolean isNew(int number) {
        var id = id(number);
        return !known.containsKey(id) && !isInstead(number) && GateId.amongTasks(id.value()) == null;
    }

    private boolean isInstead(int number) {
        return id(number).value().startsWith(RunActions.INSTEAD);
    }

    /// The steps that this number stands for.
    private Stream<TaskId> real(int number) {
        if (isInstead(number)) {
            return chosen.steps().get(number).after().stream().flatMap(this::real);
        }
        return GateId.amongTasks(id(number).value()) == null ? Stream.of(id(number)) : Stream.of();
    }

    private Stream<GateId> gate(int number) {
        var gate = GateId.amongTasks(id(number).value());
        return gate == null ? Stream.of() : Stream.of(new GateId(gate));
    }

    private TaskId id(int number) {
        return chosen.steps().get(number).action().id();
    }
}

package muster.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.Calendar;
import muster.plan.Coordination;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.HandOff;
import muster.plan.Plan;
import muster.plan.Task;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What a run carries out: its steps, in the order of preference, and its gates. References resolve and ids are unique;
/// anything else is a programmer's mistake.
///
/// @param team who may claim steps from outside; empty means anybody whom a step admits
/// @param loops steps that are done again until it is enough; no step is in two
/// @param budgets what may be used up
public record RunPlan(
        RunId id,
        List<Step> steps,
        List<RunGate> gates,
        List<RunAgent> team,
        List<RunLoop> loops,
        List<RunBudget> budgets) {
    public RunPlan {
        gates = List.copyOf(gates);
        team = List.copyOf(team);
        loops = List.copyOf(loops);
        budgets = List.copyOf(budgets);
        var index = new Steps(steps, gates, loops);
        steps = index;
        var gateIds = unique(gates, RunGate::id);
        for (var step : steps) {
            requireAll(gateIds::contains, step.gates(), step.id());
        }
        for (var gate : gates) {
            requireAll(index::has, gate.after(), gate.id());
        }
        var looped = new ArrayList<TaskId>();
        loops.forEach(loop -> looped.addAll(loop.steps()));
        unique(looped, Function.identity());
        unique(loops, RunLoop::id);
        requireAll(index::has, looped, id);
        var budgetIds = unique(budgets, RunBudget::id);
        steps.forEach(
                step -> requireAll(budgetIds::contains, step.terms().spends().keySet(), step.id()));
    }

    /// A plan without loops and budgets.
    public RunPlan(RunId id, List<Step> steps, List<RunGate> gates, List<RunAgent> team) {
        this(id, steps, gates, team, List.of(), List.of());
    }

    /// A run that knows no team.
    public RunPlan(RunId id, List<Step> steps, List<RunGate> gates) {
        this(id, steps, gates, List.of());
    }

    /// The run of a whole plan, see [WholeRun].
    public static RunPlan of(RunId id, Plan plan) {
        return WholeRun.of(id, plan, WholeRun.Conduct.USUAL);
    }

    /// What a task requires: the facts it names, and the hand-offs before it.
    public static List<FactId> requires(Task task, Coordination together) {
        var handOffs = handOffs(task, together).map(handOff -> TeamFacts.accepted(handOff.id()));
        return Stream.concat(task.requires().stream(), handOffs).toList();
    }

    static Stream<HandOff> handOffs(Task task, Coordination together) {
        return together.handOffs().stream().filter(handOff -> task.id().equals(handOff.before()));
    }

    /// The step of this id.
    public Step step(TaskId task) {
        var step = index().get(task);
        if (step == null) {
            throw new IllegalArgumentException("no step " + task + " in run " + id);
        }
        return step;
    }

    /// The loop that the step is in; null if it is in none.
    public @Nullable RunLoop loopOf(TaskId task) {
        return index().loopOf(task);
    }

    /// The working hours of an agent; null if all time counts.
    @Nullable
    Calendar calendar(AgentId agent) {
        return team.stream()
                .filter(each -> each.id().equals(agent))
                .findFirst()
                .map(RunAgent::calendar)
                .orElse(null);
    }

    Steps index() {
        return (Steps) steps;
    }

    /// The gate of this id.
    public RunGate gate(GateId gate) {
        return gates.stream()
                .filter(each -> each.id().equals(gate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no gate " + gate + " in run " + id));
    }

    /// The key that every attempt at this step gives to the receiver of its effects; in each round of a loop it is
    /// another.
    ///
    /// @param round counts from 1; 1 for a step that is in no loop
    public String idempotencyKey(TaskId task, Purpose purpose, int round) {
        return switch (purpose) {
            case DO -> id + "/" + task + (round == 1 ? "" : "/round-" + round);
            case UNDO -> id + "/" + task + "/undo";
        };
    }

    private static <T, I> HashSet<I> unique(List<T> all, Function<T, I> id) {
        var seen = new HashSet<I>();
        for (var each : all) {
            if (!seen.add(id.apply(each))) {
                throw new IllegalArgumentException(id.apply(each) + " occurs twice in the run's plan");
            }
        }
        return seen;
    }

    private static <I> void requireAll(Predicate<I> known, Collection<I> used, Object by) {
        for (var each : used) {
            if (!known.test(each)) {
                throw unknown(by, each);
            }
        }
    }

    static IllegalArgumentException unknown(Object by, Object used) {
        return new IllegalArgumentException(by + " refers to " + used + ", which is not in the run's plan");
    }
}

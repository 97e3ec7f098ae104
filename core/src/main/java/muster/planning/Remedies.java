package muster.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.Estimate;
import muster.plan.Expectation;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.Money;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.Remedy;
import muster.plan.Task;
import muster.plan.TaskId;

/// Turns a plan and what is known of the world into a planning problem. Its actions are the plan's tasks, its gates as
/// approvals, and the remedies of expectations that are not known to be met; several remedies of one expectation
/// compete.
public final class Remedies {
    private final Plan plan;
    private final CostRate rate;
    private final Preconditions preconditions;
    private final TaskAmounts amounts;

    private Remedies(Plan plan, CostRate rate) {
        this.plan = plan;
        this.rate = rate;
        this.preconditions = new Preconditions(plan);
        this.amounts = new TaskAmounts(plan);
    }

    /// The problem of reaching the plan's goal: the facts that its header names, else all tasks of the target
    /// phase done (or, if it has none, what it requires), else all tasks of the plan.
    public static PlanningProblem problem(Plan plan, WorldState world, Instant now, CostRate rate) {
        var premises = plan.premises();
        var terms = new Terms(
                List.of(),
                premises.wishes().stream()
                        .map(wish -> new Wish(wish.fact(), wish.priority()))
                        .toList(),
                premises.budget() == null ? null : CostRate.exactly(premises.budget()),
                premises.confidence());
        var known = Beginning.of(plan, world, now);
        return new PlanningProblem(known, now, actions(plan, known, now, rate), goal(plan), Limits.STANDARD, terms);
    }

    /// Tasks and gates in the order written, then the remedies of expectations that are not known to be met.
    public static List<GroundAction> actions(Plan plan, WorldState world, Instant now, CostRate rate) {
        var remedies = new Remedies(plan, rate);
        Map<TaskId, GroundAction> actions = new LinkedHashMap<>();
        remedies.work().forEach(action -> actions.put(action.id(), action));
        plan.expectations().stream()
                .filter(expectation -> world.truthOf(expectation.fact(), now) != Truth.TRUE)
                .flatMap(expectation -> expectation.remedies().stream().map(remedy -> remedies.of(remedy, expectation)))
                .forEach(action -> actions.merge(action.id(), action, Remedies::both));
        return List.copyOf(actions.values());
    }

    /// The fact that holds once the gate's approvers agreed.
    public static FactId passed(GateId gate) {
        return new FactId("passed:" + gate);
    }

    /// The facts that the plan is to make true.
    public static Set<FactId> goal(Plan plan) {
        if (!plan.header().goal().isEmpty()) {
            return Set.copyOf(plan.header().goal());
        }
        var target = plan.header().target();
        var done = target == null ? plan.tasks() : tasksOf(plan, target);
        return done.isEmpty() && target != null
                ? new Preconditions(plan).of(phase(plan, target))
                : done.stream().map(Task::done).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Task> tasksOf(Plan plan, PhaseId id) {
        return phase(plan, id).tasks();
    }

    private static Phase phase(Plan plan, PhaseId id) {
        return plan.phases().stream()
                .filter(phase -> phase.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no phase " + id));
    }

    private List<GroundAction> work() {
        var actions = new ArrayList<GroundAction>();
        for (var phase : plan.phases()) {
            phase.tasks().forEach(task -> actions.add(of(task, phase)));
        }
        plan.coordination().gates().forEach(gate -> actions.add(of(gate)));
        return actions;
    }

    private GroundAction of(Task task, Phase phase) {
        var adds = new TreeSet<>(task.provides());
        adds.add(task.done());
        var needs = new TreeSet<>(preconditions.of(task, phase));
        needs.addAll(amounts.capabilities(task));
        return new GroundAction(
                task.id(),
                task.title(),
                needs,
                adds,
                amounts.ended(adds),
                cost(task.cost(), task.estimate(), task.owners().size()),
                task.estimate(),
                task.owners(),
                amounts.of(task));
    }

    private GroundAction of(Gate gate) {
        return new GroundAction(
                gate.id().amongTasks(),
                gate.title(),
                preconditions.of(gate),
                Set.of(passed(gate.id())),
                Set.of(),
                Cost.ZERO,
                Estimate.ZERO,
                gate.approvers());
    }

    private GroundAction of(Remedy remedy, Expectation expectation) {
        return new GroundAction(
                remedy.id(),
                remedy.title(),
                Set.copyOf(remedy.requires()),
                Set.of(expectation.fact()),
                Set.of(),
                cost(remedy.cost(), remedy.estimate(), 1),
                remedy.estimate(),
                List.of(remedy.owner()),
                amounts.of(remedy.id()));
    }

    /// A remedy named under several expectations is one piece of work that meets them all.
    private static GroundAction both(GroundAction first, GroundAction second) {
        var adds = new TreeSet<>(first.adds());
        adds.addAll(second.adds());
        var needs = new TreeSet<>(first.preconditions());
        needs.addAll(second.preconditions());
        return new GroundAction(
                first.id(),
                first.title(),
                needs,
                adds,
                first.deletes(),
                first.cost(),
                first.estimate(),
                first.owners(),
                first.amounts());
    }

    private Cost cost(Money money, Estimate estimate, int agents) {
        return rate.of(money, estimate.likely(), Math.max(1, agents));
    }
}

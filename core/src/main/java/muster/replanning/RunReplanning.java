package muster.replanning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import muster.facts.WorldState;
import muster.plan.FactId;
import muster.plan.Money;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.planning.ActionPlan;
import muster.planning.Cost;
import muster.planning.CostRate;
import muster.planning.GroundAction;
import muster.planning.PlanMemory;
import muster.planning.PlanningProblem;
import muster.planning.Remedies;
import muster.planning.Replan;
import muster.planning.Replanning;
import muster.planning.Terms;
import muster.run.RunGate;
import muster.run.RunState;
import muster.run.StepState;

/// Plans the rest of a run again from where it stands: what is left of it stays unless it cannot be done, is not needed
/// any more, or another way is cheaper by more than the change costs.
///
/// The goal is that of the plan file and, beside it, every task of the run that can still be done. What failed for good
/// is out; if something else provides all that it would have provided, that counts in its place. Work that is under way
/// ends as it was begun.
public final class RunReplanning {
    /// What it is worth not to change a step: half an hour of one agent, about what it takes to explain it to whoever
    /// had it before.
    private static final Duration CHANGE = Duration.ofMinutes(30);

    private final Asked asked;
    private final PlanMemory memory;
    private final RunState state;
    private final PlanningProblem usual;
    private final SortedSet<FactId> holding;
    private final RunActions actions;

    private RunReplanning(Asked asked, PlanMemory memory) {
        this.asked = asked;
        this.memory = memory;
        this.state = asked.run().state();
        var world = KnownNow.of(asked.run(), asked.audit(), asked.words(), asked.now());
        this.usual = Remedies.problem(asked.plan(), world, asked.now(), asked.rate());
        this.holding = usual.holding();
        this.actions = new RunActions(asked, holding, usual.actions());
    }

    /// What is asked.
    ///
    /// @param plan the plan file that the run goes by
    /// @param audit facts and levels of the newest audit; empty if there is none
    public record Asked(Plan plan, RunFacts run, WorldState audit, Words words, Instant now, CostRate rate) {}

    /// How the run goes on.
    ///
    /// @param memory of earlier plannings of the same run; it never changes the answer
    public static RunReplan of(Asked asked, PlanMemory memory) {
        return new RunReplanning(asked, memory).replan();
    }

    private RunReplan replan() {
        var left = actions.left();
        var all = new ArrayList<>(left);
        all.addAll(actions.more());
        var sweep = Sweep.of(all, holding);
        var old = old(left);
        var goal = goal();
        var wanted = new TreeSet<>(goal);
        wanted.addAll(wanted(sweep.reached()));
        var replan = planned(all, wanted, old);
        if (!replan.result().isPlan() && !wanted.equals(goal)) {
            replan = planned(all, goal, old);
        }
        return outcome(replan, sweep.reached());
    }

    private RunReplan outcome(Replan replan, Set<FactId> reached) {
        var plan = replan.result().actions();
        boolean found = replan.result().isPlan();
        var facts = new FactNews(usual.world(), holding, asked.now()).since(state);
        var steps = found ? new Reasons(state, plan, actions, reached).changes() : List.<StepChange>of();
        var next = found ? NextPlan.of(state, asked.plan(), plan) : state.plan();
        var retried = new TreeSet<TaskId>();
        steps.stream()
                .filter(step -> step.kind() == StepChange.Kind.KEPT)
                .map(StepChange::task)
                .filter(task -> state.step(task) instanceof StepState.Failed)
                .forEach(retried::add);
        var against = new Obstacles(state, asked.words()).to(steps);
        return new RunReplan(state, replan, facts, steps, next, retried, against);
    }

    private Replan planned(List<GroundAction> all, Set<FactId> goal, ActionPlan old) {
        var terms = new Terms(List.of(), List.of(), null, usual.terms().confidence());
        var problem = new PlanningProblem(usual.world(), asked.now(), all, goal, usual.limits(), terms);
        return Replanning.of(problem, old, change(), memory);
    }

    private Cost change() {
        return asked.rate().of(new Money(BigDecimal.ZERO, asked.rate().perHour().currency()), CHANGE, 1);
    }

    /// What is left, in an order in which it can be done; what cannot be done comes last.
    private ActionPlan old(List<GroundAction> left) {
        var order = new LinkedHashSet<>(Sweep.of(left, holding).possible());
        order.addAll(left);
        var steps = new ArrayList<muster.planning.Step>();
        order.forEach(action -> steps.add(new muster.planning.Step(steps.size(), action, List.of())));
        return new ActionPlan(steps, List.of());
    }

    /// The goal of the plan file; a task that is a plan is done when its gate is passed.
    private SortedSet<FactId> goal() {
        var goal = new TreeSet<>(Remedies.goal(asked.plan()));
        asked.plan().tasks().stream()
                .filter(task -> task.contract().plan() != null && goal.remove(task.done()))
                .forEach(task -> goal.add(Remedies.passed(RunGate.within(task.id()))));
        return goal;
    }

    private SortedSet<FactId> wanted(Set<FactId> reached) {
        var wanted = new TreeSet<FactId>();
        state.plan().steps().stream()
                .filter(step -> !state.step(step.id()).settled() && actions.isWork(step))
                .filter(step -> !actions.isSuperfluous(step))
                .filter(step -> !(state.step(step.id()) instanceof StepState.Failed))
                .map(muster.run.Step::done)
                .filter(reached::contains)
                .forEach(wanted::add);
        return wanted;
    }
}

package muster.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Plans again after facts changed, close to the old plan: what is left of it is kept if it still reaches the goal and
/// no other plan is cheaper by more than its changes cost. An action of the old plan counts as cheaper by the price of
/// a change, never below nothing, and a new one as dearer by it. Parts that a [PlanMemory] knows are not searched
/// again.
public final class Replanning {
    /// What a better plan than a working one may cost to look for.
    private static final Limits SECOND_LOOK = new Limits(200, 20_000);

    /// Enough for a bound at the start.
    private static final Limits BOUND_ONLY = new Limits(1, 1_000);

    private static final ActionPlan NOTHING = new ActionPlan(List.of(), List.of());

    private final PlanningProblem problem;
    private final ActionPlan old;
    private final Cost change;
    private final Set<TaskId> oldIds;
    private final PlanMemory memory;
    private final Map<TaskId, GroundAction> now = new HashMap<>();

    private Replanning(PlanningProblem problem, ActionPlan old, Cost change, PlanMemory memory) {
        this.memory = memory;
        this.problem = problem;
        this.old = old;
        this.change = change;
        this.oldIds = old.steps().stream().map(step -> step.action().id()).collect(Collectors.toSet());
        problem.actions().forEach(action -> now.put(action.id(), action));
    }

    /// The plan that now stands.
    ///
    /// @param problem what is known now, with the actions that there are now
    /// @param old the plan so far; steps of it may be done already
    /// @param change what it costs to add an action to the plan or to drop one from it
    public static Replan of(PlanningProblem problem, ActionPlan old, Cost change) {
        return of(problem, old, change, new PlanMemory());
    }

    /// The same, with what was found before; it saves searches and never changes the answer.
    public static Replan of(PlanningProblem problem, ActionPlan old, Cost change, PlanMemory memory) {
        return new Replanning(problem, old, change, memory).run();
    }

    private Replan run() {
        var rest = rest();
        var planned = memory.plan(repriced(rest == null ? problem.limits() : SECOND_LOOK), () -> false);
        return switch (planned) {
            case PlanningResult.Optimal(var plan, var _, long work) ->
                chosen(rest, plan, best -> new PlanningResult.Optimal(best, best.cost(), work));
            case PlanningResult.Feasible(var plan, var _, var _, long work) ->
                chosen(rest, plan, best -> feasible(best, work));
            case PlanningResult.LimitReached(var _, long work)
            when rest != null -> chosen(rest, rest, best -> feasible(best, work));
            case PlanningResult.Unsolvable _, PlanningResult.LimitReached _ ->
                new Replan(planned, PlanDifference.between(old, NOTHING), Replan.Way.PLANNED);
        };
    }

    private Replan chosen(@Nullable ActionPlan rest, ActionPlan planned, Function<ActionPlan, PlanningResult> result) {
        var way = rest != null && price(rest) <= price(planned) ? Replan.Way.KEPT : Replan.Way.PLANNED;
        var plan = stated(way == Replan.Way.KEPT && rest != null ? rest : planned);
        return new Replan(result.apply(plan), PlanDifference.between(old, plan), way);
    }

    private PlanningResult feasible(ActionPlan plan, long work) {
        return new PlanningResult.Feasible(plan, plan.cost(), bound(plan), work);
    }

    /// What is left of the old plan, if it still reaches the goal: steps that are done, cannot be done or serve nothing
    /// are left out.
    private @Nullable ActionPlan rest() {
        var state = new Situation(problem);
        var left = new ArrayList<GroundAction>();
        for (var step : old.steps()) {
            var action = now.get(step.action().id());
            if (action != null && !state.isDone(action) && state.allows(action)) {
                state.apply(action);
                left.add(action);
            }
        }
        return state.reachesGoal() ? plan(serving(plan(left))) : null;
    }

    /// Of the steps those that the goal needs, directly or for others.
    private static List<GroundAction> serving(ActionPlan plan) {
        var providers = plan.links().stream()
                .collect(Collectors.groupingBy(
                        CausalLink::consumer, Collectors.mapping(CausalLink::provider, Collectors.toList())));
        var serving = new BitSet();
        mark(providers.get(new Endpoint.Goal()), serving);
        int number = serving.length() - 1;
        while (number >= 0) {
            mark(providers.get(new Endpoint.At(number)), serving);
            number = serving.previousSetBit(number - 1);
        }
        return serving.stream()
                .mapToObj(step -> plan.steps().get(step).action())
                .toList();
    }

    private static void mark(@Nullable List<Endpoint> providers, BitSet serving) {
        Objects.requireNonNullElse(providers, List.<Endpoint>of()).forEach(provider -> {
            if (provider instanceof Endpoint.At(int step)) {
                serving.set(step);
            }
        });
    }

    private ActionPlan plan(List<GroundAction> sequence) {
        return PartialOrder.of(sequence, problem);
    }

    private PlanningProblem repriced(Limits limits) {
        var actions = problem.actions().stream()
                .map(action -> action.costing(new Cost(price(action))))
                .toList();
        return problem.with(actions, limits).on(problem.terms().unlimited());
    }

    private long price(GroundAction action) {
        long stated = Objects.requireNonNull(now.get(action.id())).cost().hundredths();
        return oldIds.contains(action.id())
                ? Math.max(0, stated - change.hundredths())
                : Math.min(Cost.MOST, stated + change.hundredths());
    }

    private long price(ActionPlan plan) {
        return plan.steps().stream().mapToLong(step -> price(step.action())).sum();
    }

    /// The plan with the actions as they are stated.
    private ActionPlan stated(ActionPlan plan) {
        return plan(plan.steps().stream()
                .map(step -> Objects.requireNonNull(now.get(step.action().id())))
                .toList());
    }

    /// A bound on the stated cost of any plan.
    private Cost bound(ActionPlan plan) {
        var quick =
                problem.with(problem.actions(), BOUND_ONLY).on(problem.terms().unlimited());
        return switch (memory.plan(quick, () -> false)) {
            case PlanningResult.Optimal optimal -> optimal.cost();
            case PlanningResult.Feasible feasible -> feasible.bound();
            case PlanningResult.LimitReached limit -> limit.bound();
            case PlanningResult.Unsolvable _ -> plan.cost();
        };
    }
}

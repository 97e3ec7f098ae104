package muster.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import muster.plan.TaskId;
import muster.planning.Alternative.Effect;

/// Asks of each choice in a plan what the second best would cost, by planning again without the chosen action.
public final class Alternatives {
    private Alternatives() {}

    /// One entry per step that provides a fact which another action could also provide, in the order of the steps.
    public static List<Alternative> of(PlanningProblem problem, ActionPlan plan) {
        return plan.steps().stream()
                .filter(step -> isChoice(problem, plan, step))
                .map(Step::action)
                .distinct()
                .map(action -> new Alternative(action.id(), effect(problem, plan, action)))
                .toList();
    }

    private static boolean isChoice(PlanningProblem problem, ActionPlan plan, Step step) {
        return plan.links().stream()
                .filter(link -> link.provider().equals(new Endpoint.At(step.number())))
                .anyMatch(link -> problem.actions().stream()
                        .anyMatch(action ->
                                !action.equals(step.action()) && action.adds().contains(link.fact())));
    }

    private static Effect effect(PlanningProblem problem, ActionPlan plan, GroundAction without) {
        return switch (GoapPlanner.plan(problem.without(Set.of(without)))) {
            case PlanningResult.Optimal(var other, var cost, var _) -> dearer(plan, other, cost);
            case PlanningResult.Feasible(var other, var cost, var _, var _) -> dearer(plan, other, cost);
            case PlanningResult.Unsolvable _ -> new Effect.NoOtherWay();
            case PlanningResult.LimitReached _ -> new Effect.NotFound();
        };
    }

    private static Effect dearer(ActionPlan plan, ActionPlan other, Cost cost) {
        long more = Math.max(0, cost.hundredths() - plan.cost().hundredths());
        return new Effect.Dearer(onlyIn(other, plan), onlyIn(plan, other), new Cost(more));
    }

    private static List<TaskId> onlyIn(ActionPlan plan, ActionPlan other) {
        var ids = new ArrayList<TaskId>();
        plan.steps().forEach(step -> ids.add(step.action().id()));
        other.steps().forEach(step -> ids.remove(step.action().id()));
        return ids;
    }
}

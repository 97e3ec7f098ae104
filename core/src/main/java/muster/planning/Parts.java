package muster.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Plans a problem part by part ([SubGoals]) with whatever plans one part.
final class Parts {
    private final List<Step> steps = new ArrayList<>();
    private final List<CausalLink> links = new ArrayList<>();
    private long expansions;
    private long bound;
    private boolean optimal = true;

    private Parts() {}

    /// The plans of the parts, one after the other in the order of the first goal of each. If one part has none, the
    /// whole problem is planned, so that the reason is about all of it.
    static PlanningResult plan(PlanningProblem problem, Function<PlanningProblem, PlanningResult> planner) {
        var parts = SubGoals.of(problem);
        var joined = new Parts();
        for (var part : parts) {
            var planned = planner.apply(part);
            switch (planned) {
                case PlanningResult.Optimal(var plan, var cost, long work) -> joined.add(plan, cost, work);
                case PlanningResult.Feasible(var plan, var _, var least, long work) -> {
                    joined.add(plan, least, work);
                    joined.optimal = false;
                }
                case PlanningResult.LimitReached(var least, long work) -> {
                    return new PlanningResult.LimitReached(joined.bound(least), joined.expansions + work);
                }
                case PlanningResult.Unsolvable _ -> {
                    return planner.apply(problem);
                }
            }
        }
        return GoapPlanner.within(problem, joined.result());
    }

    /// What orders the steps of a part, and links them, stays within it.
    private void add(ActionPlan plan, Cost least, long work) {
        int from = steps.size();
        plan.steps().forEach(step -> steps.add(step.later(from)));
        plan.links()
                .forEach(link -> links.add(new CausalLink(
                        link.provider().later(from),
                        link.fact(),
                        link.consumer().later(from),
                        link.amount())));
        bound += least.hundredths();
        expansions += work;
    }

    private Cost bound(Cost more) {
        return new Cost(Math.min(bound + more.hundredths(), Cost.MOST));
    }

    private PlanningResult result() {
        var plan = new ActionPlan(steps, links);
        return optimal
                ? new PlanningResult.Optimal(plan, plan.cost(), expansions)
                : new PlanningResult.Feasible(plan, plan.cost(), bound(Cost.ZERO), expansions);
    }
}

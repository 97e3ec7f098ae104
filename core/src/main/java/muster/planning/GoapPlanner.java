package muster.planning;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import muster.planning.PlanningResult.Cause;
import muster.strips.Search;
import muster.strips.SearchLimits;
import muster.strips.SearchResult;

/// Finds the cheapest way to a goal (goal-oriented action planning). Same problem in, same plan out: parts of a problem
/// that have nothing to do with each other are searched one by one, in the order of the first goal of each.
public final class GoapPlanner {
    private GoapPlanner() {}

    /// The cheapest plan, or why there is none, or how far the search came within the problem's limits.
    public static PlanningResult plan(PlanningProblem problem) {
        return plan(problem, () -> false);
    }

    /// As [#plan(PlanningProblem)], but ends with what it has once `stop` says so.
    public static PlanningResult plan(PlanningProblem problem, BooleanSupplier stop) {
        return Parts.plan(problem, part -> whole(part, stop));
    }

    /// The same in one search.
    static PlanningResult whole(PlanningProblem problem, BooleanSupplier stop) {
        var numbered = new Numbered(problem);
        var limits = problem.limits();
        var within = new SearchLimits(limits.expansions(), limits.states(), stop);
        var result = result(problem, numbered, within);
        return within(problem, result);
    }

    /// The result, unless it costs more than the problem's budget.
    static PlanningResult within(PlanningProblem problem, PlanningResult result) {
        var budget = problem.terms().budget();
        return budget == null ? result : within(budget, result);
    }

    private static PlanningResult result(PlanningProblem problem, Numbered numbered, SearchLimits within) {
        return switch (Search.optimal(numbered.task(), within)) {
            case SearchResult.Optimal(var steps, long _, var counts) -> {
                var plan = plan(problem, numbered.actions(steps));
                yield new PlanningResult.Optimal(plan, plan.cost(), counts.expansions());
            }
            case SearchResult.Feasible(var steps, long _, long bound, var counts) -> {
                var plan = plan(problem, numbered.actions(steps));
                yield new PlanningResult.Feasible(plan, plan.cost(), Numbered.unscaled(bound), counts.expansions());
            }
            case SearchResult.Unsolvable(var reason, var counts) ->
                new PlanningResult.Unsolvable(cause(problem, reason, counts.expansions()));
            case SearchResult.LimitReached(long bound, var counts) ->
                new PlanningResult.LimitReached(Numbered.unscaled(bound), counts.expansions());
        };
    }

    private static ActionPlan plan(PlanningProblem problem, List<GroundAction> sequence) {
        return PartialOrder.of(sequence, problem);
    }

    private static PlanningResult within(Cost budget, PlanningResult result) {
        return switch (result) {
            case PlanningResult.Optimal(var _, var cost, long _)
            when cost.compareTo(budget) > 0 -> new PlanningResult.Unsolvable(new Cause.BeyondBudget(cost, budget));
            case PlanningResult.Feasible(var _, var cost, var bound, long work)
            when cost.compareTo(budget) > 0 ->
                bound.compareTo(budget) > 0
                        ? new PlanningResult.Unsolvable(new Cause.BeyondBudget(bound, budget))
                        : new PlanningResult.LimitReached(bound, work);
            case PlanningResult.Optimal _,
                    PlanningResult.Feasible _,
                    PlanningResult.Unsolvable _,
                    PlanningResult.LimitReached _ -> result;
        };
    }

    private static Cause cause(PlanningProblem problem, SearchResult.Reason reason, long expansions) {
        return switch (reason) {
            case SearchResult.Reason.Unreachable _ -> MissingProducers.of(problem);
            case SearchResult.Reason.Exhausted _ -> {
                var exclusive = new Cause.MutuallyExclusive(Set.copyOf(problem.goal()), expansions);
                var lacking = problem.conditions().isEmpty() ? null : MissingProducers.of(problem);
                yield lacking == null || lacking.missing().isEmpty() ? exclusive : lacking;
            }
        };
    }
}

package muster.planning;

import java.util.Set;
import muster.planning.PlanningResult.Cause;

/// Finds the cheapest way to a goal (goal-oriented action planning): first whether every fact of the goal can be made
/// true at all, then a best-first search with landmark cuts. Same problem in, same plan out.
public final class GoapPlanner {
    private GoapPlanner() {}

    /// The cheapest plan, or why there is none, or how far the search came within the problem's limits.
    public static PlanningResult plan(PlanningProblem problem) {
        var whole = Encoding.whole(problem);
        if (!Encoding.containsAll(whole.reachable(), whole.goal)) {
            return new PlanningResult.Unsolvable(MissingProducers.of(problem, whole));
        }
        var encoding = whole.relevant(problem);
        var end = encoding.monotone()
                ? new MonotoneSearch(encoding, problem.limits()).run()
                : ForwardSearch.run(encoding, problem.limits());
        return switch (end) {
            case SearchEnd.Found found -> result(problem, encoding, found);
            case SearchEnd.Exhausted(long work) ->
                new PlanningResult.Unsolvable(new Cause.MutuallyExclusive(Set.copyOf(problem.goal()), work));
            case SearchEnd.OutOfWork(long bound, long work) ->
                new PlanningResult.LimitReached(Encoding.unscaled(bound), work);
        };
    }

    private static PlanningResult result(PlanningProblem problem, Encoding encoding, SearchEnd.Found found) {
        var sequence = found.actions().stream().map(encoding.actions::get).toList();
        var plan = PartialOrder.of(sequence, problem.holding(), problem.goal());
        var bound = Encoding.unscaled(found.bound());
        return found.bound() == found.cost()
                ? new PlanningResult.Optimal(plan, plan.cost(), found.expansions())
                : new PlanningResult.Feasible(plan, plan.cost(), bound, found.expansions());
    }
}

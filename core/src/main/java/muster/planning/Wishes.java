package muster.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import muster.plan.FactId;
import muster.planning.WishedPlan.Left;
import muster.planning.WishedPlan.Why;

/// Plans for goals with priorities: wishes are taken up one after another, the highest priority first, and one
/// that cannot be had together with those before it, or not within the budget, is left. What is left this way is
/// the least in the order of priorities, and of all plans for what is taken up the cheapest is chosen.
public final class Wishes {
    private final PlanningProblem problem;
    private final BooleanSupplier stop;
    private final Set<FactId> goal;
    private final List<FactId> taken = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final PlanMemory memory = new PlanMemory();

    private Wishes(PlanningProblem problem, BooleanSupplier stop) {
        this.problem = problem;
        this.stop = stop;
        this.goal = new HashSet<>(problem.goal());
    }

    /// The plan, and which wishes it leaves for what reason. Without wishes it is that of the [GoapPlanner].
    public static WishedPlan plan(PlanningProblem problem, BooleanSupplier stop) {
        return new Wishes(problem, stop).plan();
    }

    private WishedPlan plan() {
        var wishes = problem.terms().wishes().stream()
                .sorted(Comparator.comparingInt(Wish::priority).reversed())
                .map(Wish::fact)
                .toList();
        var all = new HashSet<>(goal);
        all.addAll(wishes);
        var best = planned(all);
        if (best.isPlan()) {
            return new WishedPlan(best, wishes, List.of());
        }
        best = planned(goal);
        for (var wish : wishes) {
            best = best.isPlan() ? taken(wish, best) : best;
        }
        return new WishedPlan(best, taken, left);
    }

    private PlanningResult taken(FactId wish, PlanningResult without) {
        goal.add(wish);
        var with = planned(goal);
        if (with.isPlan()) {
            taken.add(wish);
            return with;
        }
        goal.remove(wish);
        left.add(new Left(wish, why(with)));
        return without;
    }

    private static Why why(PlanningResult failed) {
        return switch (failed) {
            case PlanningResult.Unsolvable(var cause) -> new Why.Impossible(cause);
            case PlanningResult.LimitReached _, PlanningResult.Optimal _, PlanningResult.Feasible _ ->
                new Why.NotFound();
        };
    }

    /// Wishes that have nothing to do with each other are searched for one by one, and once.
    private PlanningResult planned(Set<FactId> facts) {
        return memory.plan(problem.reaching(facts), stop);
    }
}

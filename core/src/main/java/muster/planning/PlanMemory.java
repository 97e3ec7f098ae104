package muster.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.FactId;

/// A planner that remembers: a problem is split into parts that have nothing to do with each other, and a part that was
/// solved from the same facts before is not searched again. Plans cost what those of the [GoapPlanner] cost; of several
/// cheapest ones it may find another. For one thread.
public final class PlanMemory {
    /// Parts that are remembered at most; the one that was not asked for the longest is forgotten.
    static final int MOST_PARTS = 1_000;

    private final Map<Key, PlanningResult> known = new LinkedHashMap<>(16, 0.75f, true);
    private long searches;

    /// All that the plan of a part depends on.
    private record Key(
            Set<FactId> goal,
            List<GroundAction> actions,
            Set<FactId> holding,
            Map<AmountNeed, BigDecimal> amounts,
            Terms terms,
            Limits limits) {}

    /// How many parts were searched for so far.
    public long searches() {
        return searches;
    }

    /// As [GoapPlanner#plan(PlanningProblem, BooleanSupplier)]; `expansions` are those of parts that were not known.
    public PlanningResult plan(PlanningProblem problem, BooleanSupplier stop) {
        var sequence = new ArrayList<GroundAction>();
        long expansions = 0;
        long bound = 0;
        boolean optimal = true;
        for (var part : SubGoals.of(problem)) {
            long before = searches;
            switch (planned(part, stop)) {
                case PlanningResult.Optimal(var plan, var cost, long work) -> {
                    sequence.addAll(actions(plan));
                    bound += cost.hundredths();
                    expansions += searches == before ? 0 : work;
                }
                case PlanningResult.Feasible(var plan, var _, var least, long work) -> {
                    sequence.addAll(actions(plan));
                    bound += least.hundredths();
                    expansions += searches == before ? 0 : work;
                    optimal = false;
                }
                case PlanningResult.Unsolvable _, PlanningResult.LimitReached _ -> {
                    return planned(problem, stop);
                }
            }
        }
        var plan = PartialOrder.of(sequence, problem);
        return GoapPlanner.within(
                problem,
                optimal
                        ? new PlanningResult.Optimal(plan, plan.cost(), expansions)
                        : new PlanningResult.Feasible(
                                plan, plan.cost(), new Cost(Math.min(bound, Cost.MOST)), expansions));
    }

    private static List<GroundAction> actions(ActionPlan plan) {
        return plan.steps().stream().map(Step::action).toList();
    }

    /// What was cut short by a caller is not remembered.
    private PlanningResult planned(PlanningProblem part, BooleanSupplier stop) {
        var key = key(part);
        var before = known.get(key);
        if (before != null) {
            return before;
        }
        searches++;
        var result = GoapPlanner.plan(part, stop);
        if (!stop.getAsBoolean()) {
            known.put(key, result);
            if (known.size() > MOST_PARTS) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return result;
    }

    private static Key key(PlanningProblem part) {
        var facts = part.actions().stream()
                .flatMap(action -> action.preconditions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        facts.addAll(part.goal());
        facts.retainAll(part.holding());
        var amounts = Stream.concat(part.conditions().stream(), part.terms().amounts().stream())
                .distinct()
                .collect(Collectors.toMap(need -> need, need -> part.atStart(need.fact(), need.bound())));
        return new Key(part.goal(), part.actions(), facts, amounts, part.terms(), part.limits());
    }
}

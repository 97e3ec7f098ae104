package muster.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import muster.plan.FactId;

/// Finds the cheapest cost by looking at every reachable state until no cost improves any more.
final class ExhaustiveTwin {
    private ExhaustiveTwin() {}

    static OptionalLong cheapest(PlanningProblem problem) {
        Map<Set<FactId>, Long> costs = new HashMap<>(Map.of(new HashSet<>(problem.holding()), 0L));
        for (boolean improved = true; improved; ) {
            improved = false;
            for (var entry : Map.copyOf(costs).entrySet()) {
                for (var action : problem.actions()) {
                    improved |= improve(costs, entry.getKey(), entry.getValue(), action);
                }
            }
        }
        return costs.entrySet().stream()
                .filter(entry -> entry.getKey().containsAll(problem.goal()))
                .mapToLong(Map.Entry::getValue)
                .min();
    }

    private static boolean improve(Map<Set<FactId>, Long> costs, Set<FactId> state, long cost, GroundAction action) {
        if (!state.containsAll(action.preconditions())) {
            return false;
        }
        var next = new HashSet<>(state);
        next.removeAll(action.deletes());
        next.addAll(action.adds());
        long reached = cost + action.cost().hundredths();
        if (costs.getOrDefault(next, Long.MAX_VALUE) <= reached) {
            return false;
        }
        costs.put(next, reached);
        return true;
    }
}

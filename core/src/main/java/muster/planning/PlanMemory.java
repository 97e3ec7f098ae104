package muster.planning;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.FactId;

/// A planner that remembers: a problem is split into parts that have nothing to do with each other, and a part that was
/// solved from the same facts before is not searched again. The [GoapPlanner] splits in the same way, so what is kept
/// saves work and never changes a result. For one thread.
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

    /// As [GoapPlanner#plan(PlanningProblem, BooleanSupplier)], with the same result to the letter: `expansions` are
    /// those of all parts, known or not.
    public PlanningResult plan(PlanningProblem problem, BooleanSupplier stop) {
        return Parts.plan(problem, part -> planned(part, stop));
    }

    /// What was cut short by a caller is not remembered.
    private PlanningResult planned(PlanningProblem part, BooleanSupplier stop) {
        var key = key(part);
        var before = known.get(key);
        if (before != null) {
            return before;
        }
        searches++;
        var result = GoapPlanner.whole(part, stop);
        if (!stop.getAsBoolean()) {
            known.put(key, result);
            if (known.size() > MOST_PARTS) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return result;
    }

    private static Key key(PlanningProblem part) {
        var facts = new HashSet<>(part.goal());
        part.actions().forEach(action -> facts.addAll(action.preconditions()));
        facts.retainAll(new HashSet<>(part.holding()));
        var amounts = Stream.concat(part.conditions().stream(), part.terms().amounts().stream())
                .distinct()
                .collect(Collectors.toMap(need -> need, need -> part.atStart(need.fact(), need.bound())));
        return new Key(part.goal(), part.actions(), facts, amounts, part.terms(), part.limits());
    }
}

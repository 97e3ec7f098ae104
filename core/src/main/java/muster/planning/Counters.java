package muster.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.FactId;
import muster.planning.AmountNeed.Bound;
import muster.strips.AtLeast;
import muster.strips.Change;
import muster.strips.Fluents;
import muster.strips.Operator;

/// The amounts of a problem as whole numbers: one variable for all conditions "at least" on an amount, and one that
/// counts the other way for all conditions "at most". Amounts without a condition are left out.
final class Counters {
    private final PlanningProblem problem;
    private final Map<FactId, Integer> decimals = new HashMap<>();
    private final Map<Side, Integer> variables = new TreeMap<>();

    private record Side(FactId fact, Bound bound) implements Comparable<Side> {
        @Override
        public int compareTo(Side other) {
            int byFact = fact.compareTo(other.fact);
            return byFact != 0 ? byFact : bound.compareTo(other.bound);
        }
    }

    Counters(PlanningProblem problem) {
        this.problem = problem;
        problem.conditions().forEach(need -> {
            variables.put(new Side(need.fact(), need.bound()), 0);
            note(need.fact(), need.quantity().number());
            note(need.fact(), problem.atStart(need.fact(), need.bound()));
        });
        problem.actions()
                .forEach(action -> action.amounts().changes().forEach(each -> note(each.fact(), each.number())));
        int next = 0;
        for (var entry : variables.entrySet()) {
            entry.setValue(next++);
        }
    }

    private void note(FactId fact, BigDecimal number) {
        decimals.merge(fact, Math.max(0, number.scale()), Math::max);
    }

    Fluents fluents() {
        var initial = variables.keySet().stream()
                .map(side -> scaled(problem.atStart(side.fact, side.bound), side))
                .toList();
        return new Fluents(
                initial, problem.terms().amounts().stream().map(this::need).toList());
    }

    Operator.Numeric of(Amounts amounts) {
        var changes = new ArrayList<Change>();
        for (var change : amounts.changes()) {
            for (var bound : Bound.values()) {
                add(change, new Side(change.fact(), bound), changes);
            }
        }
        return new Operator.Numeric(amounts.needs().stream().map(this::need).toList(), changes);
    }

    private AtLeast need(AmountNeed need) {
        var side = new Side(need.fact(), need.bound());
        return new AtLeast(
                variables.getOrDefault(side, -1), scaled(need.quantity().number(), side));
    }

    private void add(AmountChange change, Side side, List<Change> into) {
        var variable = variables.get(side);
        if (variable != null) {
            long number = scaled(change.number(), side);
            into.add(
                    switch (change) {
                        case AmountChange.By _ -> new Change.Increase(variable, number);
                        case AmountChange.To _ -> new Change.Assign(variable, number);
                    });
        }
    }

    private long scaled(BigDecimal number, Side side) {
        long value = number.movePointRight(decimals.getOrDefault(side.fact, 0)).longValueExact();
        return side.bound == Bound.AT_LEAST ? value : -value;
    }
}

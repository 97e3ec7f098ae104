package muster.pddl.grounding;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import muster.pddl.Atom;
import muster.pddl.CostTerm;
import muster.pddl.Fact;
import muster.pddl.PddlTask;
import org.jspecify.annotations.Nullable;

/// What actions cost.
record Costs(PddlTask task, Symbols symbols) {

    /// The cost of an instance; null if a function that it asks for has no value.
    @Nullable
    BigDecimal of(Rule rule, int[] binding) {
        return switch (task.metric()) {
            case STEPS -> BigDecimal.ONE;
            case TOTAL_COST -> of(rule.schema().cost(), Environment.of(rule, binding, symbols));
        };
    }

    private @Nullable BigDecimal of(CostTerm term, Environment environment) {
        return switch (term) {
            case CostTerm.Amount(var value) -> value;
            case CostTerm.Value(var function) -> value(function, environment);
            case CostTerm.Sum(var parts) -> folded(parts, environment, BigDecimal::add);
            case CostTerm.Product(var parts) -> folded(parts, environment, BigDecimal::multiply);
        };
    }

    private @Nullable BigDecimal folded(
            List<CostTerm> parts, Environment environment, BinaryOperator<BigDecimal> operation) {
        @Nullable BigDecimal all = parts.isEmpty() ? BigDecimal.ZERO : of(parts.getFirst(), environment);
        for (int next = 1; next < parts.size() && all != null; next++) {
            var part = of(parts.get(next), environment);
            all = part == null ? null : operation.apply(all, part);
        }
        return all;
    }

    private @Nullable BigDecimal value(Atom function, Environment environment) {
        var objects = symbols.objectNames(environment.values(function.arguments()));
        return task.values().get(new Fact(function.name(), objects));
    }
}

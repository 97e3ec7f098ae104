package muster.pddl.validation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.pddl.CostTerm;
import muster.pddl.Effect;
import muster.pddl.Fact;
import org.jspecify.annotations.Nullable;

/// What an action does in a state. All effects look at the state before; what is deleted and added holds afterwards.
final class Outcome {
    private final Meaning before;
    private final Set<Fact> added = new HashSet<>();
    private final Set<Fact> deleted = new HashSet<>();

    private Outcome(Meaning before) {
        this.before = before;
    }

    /// Changes the facts that hold before into those that hold afterwards.
    static void carryOut(List<Effect> effects, Meaning before, Map<String, String> bound) {
        var outcome = new Outcome(before);
        effects.forEach(effect -> outcome.take(effect, bound));
        outcome.deleted.forEach(before.holding()::remove);
        before.holding().addAll(outcome.added);
    }

    private void take(Effect effect, Map<String, String> bound) {
        switch (effect) {
            case Effect.Add(var atom) -> added.add(Meaning.fact(atom, bound));
            case Effect.Delete(var atom) -> deleted.add(Meaning.fact(atom, bound));
            case Effect.ForAll(var parameters, var inner) ->
                before.bindings(parameters, bound).forEach(each -> inner.forEach(one -> take(one, each)));
            case Effect.When(var condition, var inner) -> {
                if (before.holds(condition, bound)) {
                    inner.forEach(one -> take(one, bound));
                }
            }
        }
    }

    /// What an action costs; null if a function that it asks for has no value.
    static @Nullable BigDecimal cost(CostTerm term, Map<Fact, BigDecimal> values, Map<String, String> bound) {
        return switch (term) {
            case CostTerm.Amount(var value) -> value;
            case CostTerm.Value(var function) -> values.get(Meaning.fact(function, bound));
            case CostTerm.Sum(var parts) -> {
                @Nullable BigDecimal sum = BigDecimal.ZERO;
                for (var part : parts) {
                    var one = cost(part, values, bound);
                    sum = sum == null || one == null ? null : sum.add(one);
                }
                yield sum;
            }
            case CostTerm.Product(var parts) -> {
                @Nullable BigDecimal product = BigDecimal.ONE;
                for (var part : parts) {
                    var one = cost(part, values, bound);
                    product = product == null || one == null ? null : product.multiply(one);
                }
                yield product;
            }
        };
    }
}

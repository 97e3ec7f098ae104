package muster.pddl.grounding;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;

/// A rule with objects in its variables' places.
final class Instance {
    /// By rule, then by objects.
    static final Comparator<Instance> ORDER =
            Comparator.comparingInt(Instance::rule).thenComparing(Instance::binding, Arrays::compare);

    private final int rule;
    private final int[] binding;
    private final BigDecimal cost;

    Instance(int rule, int[] binding, BigDecimal cost) {
        this.rule = rule;
        this.binding = binding;
        this.cost = cost;
    }

    /// The number of the rule.
    int rule() {
        return rule;
    }

    /// The object of each variable; not to be changed.
    int[] binding() {
        return binding;
    }

    BigDecimal cost() {
        return cost;
    }
}

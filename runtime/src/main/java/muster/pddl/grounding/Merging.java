package muster.pddl.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import muster.strips.FactSet;

/// Keeps of operations that do the same the cheapest, and of those the first.
final class Merging {
    private record Same(FactSet pre, FactSet add, FactSet del) {}

    private Merging() {}

    static List<Operation> merged(List<Operation> operations, Function<Operation, BigDecimal> cost) {
        var kept = new LinkedHashMap<Same, Operation>();
        for (var operation : operations) {
            kept.merge(
                    new Same(operation.pre(), operation.add(), operation.del()),
                    operation,
                    (first, second) -> cost.apply(second).compareTo(cost.apply(first)) < 0 ? second : first);
        }
        return new ArrayList<>(kept.values());
    }
}

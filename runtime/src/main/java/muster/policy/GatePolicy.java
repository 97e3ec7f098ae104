package muster.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.FactId;
import muster.plan.Location;
import muster.plan.Problem;

/// Policies of gates: CEL over the facts that hold, the last audit, open blockers and metrics.
public final class GatePolicy {
    private static final SortedMap<String, CelType> VARIABLES = new TreeMap<>(Map.of(
            "facts", ListType.create(SimpleType.STRING),
            "audit", SimpleType.STRING,
            "blockers", MapType.create(SimpleType.STRING, SimpleType.INT),
            "metrics", MapType.create(SimpleType.STRING, SimpleType.DOUBLE)));

    private GatePolicy() {}

    /// What a policy is asked about.
    ///
    /// @param audit the verdict, such as `GO`; empty if there was no audit
    /// @param blockers how many are open, by severity such as `P0`
    /// @param metrics the last value of each, by name in lower case
    public record Figures(
            Collection<FactId> facts,
            String audit,
            SortedMap<String, Long> blockers,
            SortedMap<String, BigDecimal> metrics) {
        Map<String, Object> byName() {
            var numbers = new HashMap<String, Double>();
            metrics.forEach((name, value) -> numbers.put(name, value.doubleValue()));
            return Map.of(
                    "facts", facts.stream().map(FactId::value).toList(),
                    "audit", audit,
                    "blockers", blockers,
                    "metrics", numbers);
        }
    }

    /// What is wrong with a policy; empty if it can be asked.
    ///
    /// @param at the place of its first character
    public static List<Problem> problems(String policy, Location at) {
        var problems = new ArrayList<Problem>();
        var _ = new RuleCompiler(problems, VARIABLES).condition(new Placed(policy, at));
        return List.copyOf(problems);
    }

    /// A policy that cannot be asked, or breaks, does not hold: no gate is passed by mistake.
    public static boolean holds(String policy, Figures figures) {
        var at = new Placed(policy, new Location("policy", 1, 1));
        return new RuleCompiler(new ArrayList<>(), VARIABLES)
                .condition(at)
                .map(program -> {
                    try {
                        return Boolean.TRUE.equals(program.eval(figures.byName()));
                    } catch (CelEvaluationException broken) {
                        return false;
                    }
                })
                .orElse(false);
    }
}

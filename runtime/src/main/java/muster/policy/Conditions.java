package muster.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import muster.audit.Aggregates;
import muster.audit.WaiverCondition;
import muster.plan.Location;
import muster.plan.Problem;

/// Conditions outside a policy, such as those of waivers: CEL over the same figures that policies see.
public final class Conditions implements WaiverCondition {
    private final Map<String, Optional<CelRuntime.Program>> compiled = new ConcurrentHashMap<>();

    /// What is wrong with a condition; empty if it can be asked.
    ///
    /// @param at the place of its first character
    public static List<Problem> problems(String condition, Location at) {
        var problems = new ArrayList<Problem>();
        var _ = new RuleCompiler(problems).condition(new Placed(condition, at));
        return List.copyOf(problems);
    }

    /// A condition that cannot be asked, or breaks, does not hold: an exception is never granted by mistake.
    @Override
    public boolean holds(String condition, Aggregates figures) {
        return compiled.computeIfAbsent(condition, Conditions::compiled)
                .map(program -> holds(program, figures))
                .orElse(false);
    }

    private static Optional<CelRuntime.Program> compiled(String condition) {
        return new RuleCompiler(new ArrayList<>()).condition(new Placed(condition, new Location("condition", 1, 1)));
    }

    private static boolean holds(CelRuntime.Program program, Aggregates figures) {
        try {
            return Boolean.TRUE.equals(program.eval(figures.byName()));
        } catch (CelEvaluationException broken) {
            return false;
        }
    }
}

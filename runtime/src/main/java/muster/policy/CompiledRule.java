package muster.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import muster.audit.FiredRule;
import muster.audit.Verdict;

/// A rule that was checked and can be asked.
record CompiledRule(String id, CelRuntime.Program condition, Verdict decision, String message) {
    static final Pattern FIGURE = Pattern.compile("\\{(\\w*)}");

    /// The rule with its message if the condition holds. A condition that breaks, such as one that divides by zero,
    /// says nothing, so that the decision has to be deferred.
    Optional<FiredRule> fire(SortedMap<String, Long> figures) {
        try {
            return Boolean.TRUE.equals(condition.eval(figures))
                    ? Optional.of(new FiredRule(id, decision, filledIn(figures)))
                    : Optional.empty();
        } catch (CelEvaluationException e) {
            return Optional.of(new FiredRule(id, Verdict.DEFER, "its condition broke: " + e.getMessage()));
        }
    }

    private String filledIn(SortedMap<String, Long> figures) {
        return FIGURE.matcher(message).replaceAll(figure -> String.valueOf(figures.get(figure.group(1))));
    }
}

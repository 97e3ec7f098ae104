package muster.audit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// From the rules that fired to a verdict: NO-GO outranks DEFER outranks GO-WITH-CONDITIONS outranks GO. Two rules are
/// built in, so that no policy can turn ignorance into GO: without any fired rule the verdict is DEFER, and what is
/// unknown never yields GO.
record DecisionAlgebra(DecisionRules rules) {

    /// The rules that fired, strongest first; at least one.
    List<FiredRule> fired(Aggregates figures) {
        var fired = rules.fired().apply(figures);
        var strongest = fired.stream()
                .map(FiredRule::decision)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.GO);
        var floor = fired.isEmpty() ? Stream.of(nothingFired()) : unknown(figures);
        return Stream.concat(
                        fired.stream(),
                        floor.filter(rule -> fired.isEmpty() || rule.decision().compareTo(strongest) < 0))
                .sorted(Comparator.comparing(FiredRule::decision))
                .toList();
    }

    Verdict verdict(Aggregates figures) {
        return fired(figures).getFirst().decision();
    }

    private static FiredRule nothingFired() {
        return new FiredRule("no-rule", Verdict.DEFER, "no rule of the policy fired");
    }

    private static Stream<FiredRule> unknown(Aggregates figures) {
        if (figures.requiredUnknown() > 0) {
            return Stream.of(new FiredRule(
                    "unknown-is-not-ready",
                    Verdict.DEFER,
                    "required expectations unknown: " + figures.requiredUnknown()));
        }
        return figures.unknown() > 0
                ? Stream.of(new FiredRule(
                        "unknown-is-not-ready",
                        Verdict.GO_WITH_CONDITIONS,
                        "optional expectations unknown: " + figures.unknown()))
                : Stream.empty();
    }
}

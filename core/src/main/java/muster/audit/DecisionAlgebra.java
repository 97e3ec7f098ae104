package muster.audit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// From the rules that fired to a verdict: NO-GO outranks DEFER outranks GO-WITH-CONDITIONS outranks GO. Some rules are
/// built in, so that no policy can turn ignorance or an exception into GO: without any fired rule the verdict is DEFER,
/// what is unknown or waived never yields GO, and an audit that did not get to everything is deferred.
record DecisionAlgebra(DecisionRules rules) {
    private static final String UNKNOWN = "unknown-is-not-ready";

    /// The rules that fired, strongest first; at least one.
    List<FiredRule> fired(Aggregates figures) {
        var fired = rules.fired().apply(figures);
        var strongest = fired.stream()
                .map(FiredRule::decision)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.GO);
        var floor = fired.isEmpty() ? Stream.of(nothingFired()) : floors(figures);
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

    private static Stream<FiredRule> floors(Aggregates figures) {
        return Stream.of(
                        new Floor(
                                "partial-audit",
                                Verdict.DEFER,
                                "the audit was interrupted, expectations not probed: ",
                                figures.unprobed()),
                        new Floor(UNKNOWN, Verdict.DEFER, "required expectations unknown: ", figures.requiredUnknown()),
                        new Floor(
                                UNKNOWN,
                                Verdict.GO_WITH_CONDITIONS,
                                "optional expectations unknown: ",
                                figures.unknown() - figures.requiredUnknown()),
                        new Floor(
                                "waived",
                                Verdict.GO_WITH_CONDITIONS,
                                "blockers accepted by a waiver: ",
                                figures.waived()))
                .filter(floor -> floor.count() > 0)
                .map(floor -> new FiredRule(floor.id(), floor.verdict(), floor.text() + floor.count()));
    }

    private record Floor(String id, Verdict verdict, String text, long count) {}
}

package muster.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.plan.AssuranceLevel;
import muster.plan.ExpectationId;
import muster.plan.Severity;
import org.jspecify.annotations.Nullable;

/// What an earlier audit came to, for comparison.
public record Baseline(Instant at, Verdict verdict, List<Before> expectations) {
    public Baseline {
        expectations = List.copyOf(expectations);
    }

    /// How an expectation stood.
    ///
    /// @param severity that counted, none if it was no blocker
    public record Before(
            ExpectationId expectation,
            Readiness readiness,
            AssuranceLevel reached,
            @Nullable Severity severity,
            List<Evidence> evidence) {
        public Before {
            evidence = List.copyOf(evidence);
        }
    }

    /// A report as the baseline of later ones.
    public static Baseline of(AuditReport report) {
        var severities = report.blockers().stream()
                .collect(Collectors.toMap(Blocker::expectation, Blocker::severity, (a, _) -> a));
        return new Baseline(
                report.at(),
                report.decision().verdict(),
                report.assessments().stream()
                        .map(each -> new Before(
                                each.expectation().id(),
                                each.readiness(),
                                each.reached(),
                                severities.get(each.expectation().id()),
                                each.evidence()))
                        .toList());
    }

    Map<ExpectationId, Before> byExpectation() {
        return expectations.stream().collect(Collectors.toMap(Before::expectation, Function.identity(), (a, _) -> a));
    }
}

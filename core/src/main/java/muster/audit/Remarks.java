package muster.audit;

import java.util.ArrayList;
import java.util.List;
import muster.plan.Expectation;

/// What should be looked at though it does not change the judgement.
record Remarks(ReadinessRule rule, Readiness readiness) {

    /// All findings but the one that is the reason, then what was not tested, then a status that is refuted.
    List<String> all(String reason) {
        var remarks = new ArrayList<String>();
        rule.current().stream()
                .flatMap(evidence -> evidence.findings().stream())
                .map(Finding::toString)
                .filter(finding -> !reason.equals(finding))
                .distinct()
                .forEach(remarks::add);
        if (readiness != Readiness.UNKNOWN) {
            rule.inconclusive()
                    .map(evidence -> rule.wordFor(evidence) + " " + evidence.kind() + ": " + evidence.summary())
                    .forEach(remarks::add);
        }
        remarks.addAll(refutedStatus(rule.expectation()));
        return List.copyOf(remarks);
    }

    private List<String> refutedStatus(Expectation expectation) {
        var claimed = expectation.claimed();
        return claimed != null && claimed.startsWith("EXISTS") && readiness == Readiness.MISSING
                ? List.of("the document says '" + claimed + "', which is wrong")
                : List.of();
    }
}

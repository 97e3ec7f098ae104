package muster.audit;

import java.util.ArrayList;
import java.util.List;
import muster.plan.Expectation;

/// What should be looked at though it does not change the judgement.
record Remarks(ReadinessRule rule, Readiness readiness) {

    List<String> all() {
        var remarks = new ArrayList<String>();
        rule.conclusive()
                .flatMap(evidence -> evidence.findings().stream())
                .filter(finding -> finding.weight() == Weight.REMARK || readiness == Readiness.READY)
                .map(finding -> finding.message() + " (" + finding.place() + ")")
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

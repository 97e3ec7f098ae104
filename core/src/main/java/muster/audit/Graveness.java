package muster.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.plan.ExpectationId;
import muster.plan.Severity;

/// What should be looked at in how severities came about.
record Graveness(List<Assessment> assessments, Map<ExpectationId, Ruling> rulings, Instant now) {

    List<AuditFinding> findings() {
        var findings = new ArrayList<AuditFinding>();
        for (var assessment : assessments) {
            var ruling = rulings.get(assessment.expectation().id());
            if (ruling != null && ruling.byRule() == Severity.P0 && ruling.unwaived() != Severity.P0) {
                findings.add(lowered(assessment, ruling));
            }
            if (ruling != null
                    && ruling.severity() == Severity.P0
                    && assessment.kinds(now).size() < 2) {
                findings.add(thin(assessment));
            }
        }
        return findings;
    }

    private static AuditFinding lowered(Assessment assessment, Ruling ruling) {
        return finding(
                "lowered-p0",
                Severity.P1,
                assessment,
                "the rule says P0, a person set " + ruling.unwaived() + ": "
                        + (ruling.override() == null ? "" : ruling.override().reason()));
    }

    private AuditFinding thin(Assessment assessment) {
        return finding(
                "thin-p0",
                Severity.P2,
                assessment,
                "this P0 rests on one kind of probe: " + String.join(", ", assessment.kinds(now)));
    }

    private static AuditFinding finding(String code, Severity severity, Assessment assessment, String what) {
        var id = assessment.expectation().id();
        return new AuditFinding(code, severity, id + ": " + what, id.value(), assessment.evidenceIds());
    }
}

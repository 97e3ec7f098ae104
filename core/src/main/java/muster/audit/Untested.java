package muster.audit;

import java.util.List;
import java.util.stream.Stream;
import muster.plan.Need;
import muster.plan.Severity;

/// Expectations that nobody tests, or that no test could fail.
record Untested(List<Assessment> assessments) {

    List<AuditFinding> findings() {
        return assessments.stream().flatMap(Untested::finding).toList();
    }

    private static Stream<AuditFinding> finding(Assessment assessment) {
        var expectation = assessment.expectation();
        if (Vacuous.is(expectation)) {
            return Stream.of(
                    finding("asserts-nothing", Severity.P1, assessment, "it asserts nothing, so it cannot fail"));
        }
        return assessment.evidence().stream().allMatch(each -> each.result() == ProbeResult.NOT_RUN)
                ? Stream.of(finding(
                        "untested-expectation",
                        expectation.need() == Need.REQUIRED ? Severity.P2 : Severity.P3,
                        assessment,
                        "nobody tests it: " + assessment.reason()))
                : Stream.of();
    }

    private static AuditFinding finding(String code, Severity severity, Assessment assessment, String what) {
        var id = assessment.expectation().id();
        return new AuditFinding(code, severity, id + ": " + what, id.value(), assessment.evidenceIds());
    }
}

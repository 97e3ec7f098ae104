package muster.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.audit.AuditFinding;
import muster.audit.AuditReport;
import muster.audit.Evidence;
import muster.audit.Finding;
import org.jspecify.annotations.Nullable;

/// What the probes saw and what the audit as a whole shows, as the report says it.
final class FindingRows {
    private static final Pattern LINE = Pattern.compile("(.+):(\\d{1,9})");
    private static final Pattern PATH = Pattern.compile("(?!.*://)\\S*(?:/\\S+|\\.[A-Za-z]\\w{0,9})");

    private FindingRows() {}

    static List<ReportView.Finding> all(AuditReport audit) {
        var seen = audit.assessments().stream()
                .flatMap(assessment -> assessment.evidence().stream())
                .flatMap(evidence -> evidence.findings().stream().map(finding -> row(evidence, finding)));
        return Stream.concat(seen, audit.findings().stream().map(FindingRows::row))
                .toList();
    }

    private static ReportView.Finding row(Evidence evidence, Finding finding) {
        return new ReportView.Finding(
                finding.code(),
                null,
                finding.weight(),
                finding.message(),
                file(finding.place()),
                line(finding.place()),
                finding.place(),
                evidence.expectation().value(),
                List.of(evidence.id()));
    }

    private static ReportView.Finding row(AuditFinding finding) {
        return new ReportView.Finding(
                finding.code(),
                finding.severity(),
                null,
                finding.message(),
                file(finding.place()),
                line(finding.place()),
                finding.place(),
                null,
                finding.evidence());
    }

    /// The path, if the place reads as one.
    static @Nullable String file(String place) {
        var line = LINE.matcher(place);
        if (line.matches()) {
            return line.group(1);
        }
        return PATH.matcher(place).matches() ? place : null;
    }

    static @Nullable Integer line(String place) {
        var line = LINE.matcher(place);
        return line.matches() && !line.group(2).startsWith("0") ? Integer.valueOf(line.group(2)) : null;
    }
}

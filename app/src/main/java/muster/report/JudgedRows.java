package muster.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.audit.Area;
import muster.audit.Assessment;
import muster.audit.AuditReport;
import muster.audit.Blocker;
import muster.audit.Change;
import muster.plan.ExpectationId;
import muster.plan.SeverityOverride;
import muster.yaml.ProbeWord;
import org.jspecify.annotations.Nullable;

/// The expectations as the report says them, in the plan's order.
record JudgedRows(
        AuditReport audit,
        Map<ExpectationId, Blocker> blockers,
        Map<ExpectationId, String> waivers,
        Map<ExpectationId, Change> changes) {

    JudgedRows(AuditReport audit) {
        this(
                audit,
                audit.blockers().stream()
                        .collect(Collectors.toMap(Blocker::expectation, each -> each, (one, _) -> one)),
                BlockerRows.waivers(audit),
                audit.changes().stream().collect(Collectors.toMap(Change::expectation, each -> each, (one, _) -> one)));
    }

    List<ReportView.Judged> all() {
        return audit.assessments().stream().map(this::row).toList();
    }

    private ReportView.Judged row(Assessment assessment) {
        var expectation = assessment.expectation();
        var blocker = blockers.get(expectation.id());
        var change = changes.get(expectation.id());
        var probe = expectation.probe();
        return new ReportView.Judged(
                expectation.id().value(),
                expectation.title(),
                expectation.group(),
                Area.of(expectation),
                ProbeWord.of(probe),
                probe.target(),
                ProbeWording.about(probe),
                ProbeWording.type(probe),
                ProbeWording.versionRequired(probe),
                assessment.readiness(),
                expectation.level(),
                assessment.reached(),
                expectation.need(),
                Making.texts(expectation.phases()),
                expectation.claimed(),
                Making.place(expectation.source()),
                assessment.reason(),
                assessment.remarks(),
                expectation.workaround(),
                expectation.impact(),
                blocker == null ? null : blocker.severity(),
                blocker == null ? null : blocker.byRule(),
                override(expectation.override()),
                waivers.get(expectation.id()),
                change == null ? null : change(change),
                assessment.evidenceIds());
    }

    private static ReportView.@Nullable Overridden override(@Nullable SeverityOverride override) {
        return override == null ? null : new ReportView.Overridden(override.severity(), override.reason());
    }

    static ReportView.Change change(Change change) {
        return new ReportView.Change(change.expectation().value(), change.trend(), change.before());
    }
}

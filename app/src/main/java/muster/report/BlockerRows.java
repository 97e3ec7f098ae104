package muster.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.audit.Assessment;
import muster.audit.AuditReport;
import muster.audit.Blocker;
import muster.plan.Estimate;
import muster.plan.ExpectationId;
import muster.plan.Money;
import org.jspecify.annotations.Nullable;

/// The blockers as the report says them.
record BlockerRows(AuditReport audit) {

    List<ReportView.Blocker> all() {
        var evidence = audit.assessments().stream()
                .collect(Collectors.toMap(each -> each.expectation().id(), Assessment::evidenceIds, (one, _) -> one));
        var waivers = waivers(audit);
        return audit.blockers().stream()
                .map(blocker -> row(
                        blocker,
                        waivers.get(blocker.expectation()),
                        evidence.getOrDefault(blocker.expectation(), List.of())))
                .toList();
    }

    /// The waiver's id by the expectation that it covers.
    static Map<ExpectationId, String> waivers(AuditReport audit) {
        return audit.waived().stream()
                .collect(Collectors.toMap(
                        each -> each.expectation(), each -> each.waiver().id().value(), (one, _) -> one));
    }

    private static ReportView.Blocker row(Blocker blocker, @Nullable String waiver, List<String> evidence) {
        var phases = Making.texts(blocker.affected());
        var owner = blocker.owner();
        return new ReportView.Blocker(
                blocker.expectation().value(),
                blocker.expectation().value(),
                blocker.severity(),
                blocker.title(),
                phases.isEmpty() ? null : phases.getFirst(),
                phases,
                blocker.impact(),
                delay(blocker.delay()),
                blocker.onCriticalPath(),
                price(blocker.cost()),
                blocker.mitigation(),
                blocker.workaround(),
                blocker.action(),
                owner == null ? null : owner.value(),
                waiver,
                evidence);
    }

    private static ReportView.@Nullable Delay delay(@Nullable Estimate estimate) {
        return estimate == null ? null : new ReportView.Delay(estimate.min(), estimate.likely(), estimate.max());
    }

    private static ReportView.@Nullable Price price(@Nullable Money money) {
        return money == null ? null : new ReportView.Price(money.amount(), money.currency());
    }
}

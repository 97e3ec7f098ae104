package muster.audit;

import java.time.Instant;
import java.util.List;
import muster.plan.PlanId;

/// The whole result of an audit; every document about it is a function of this.
public record AuditReport(
        PlanId plan,
        Instant at,
        List<Assessment> assessments,
        List<ReconciledClaim> claims,
        List<Blocker> blockers,
        Decision decision) {
    public AuditReport {
        assessments = List.copyOf(assessments);
        claims = List.copyOf(claims);
        blockers = List.copyOf(blockers);
    }
}

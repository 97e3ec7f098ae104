package muster.audit;

import java.time.Instant;
import java.util.List;
import muster.facts.WorldState;
import muster.plan.PlanId;

/// The whole result of an audit; every document about it is a function of this.
///
/// @param figures what the decision was computed from
public record AuditReport(
        PlanId plan,
        Instant at,
        List<Assessment> assessments,
        List<ReconciledClaim> claims,
        List<Contradiction> contradictions,
        List<Blocker> blockers,
        Aggregates figures,
        Decision decision) {
    public AuditReport {
        assessments = List.copyOf(assessments);
        claims = List.copyOf(claims);
        contradictions = List.copyOf(contradictions);
        blockers = List.copyOf(blockers);
    }

    /// What the audit found out, as facts: `ready:<expectation>` for every expectation.
    public WorldState facts() {
        return ReadinessFacts.of(assessments, at);
    }
}

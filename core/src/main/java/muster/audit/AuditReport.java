package muster.audit;

import java.time.Instant;
import java.util.List;
import muster.facts.WorldState;
import muster.plan.PlanId;

/// The whole result of an audit; every document about it is a function of this.
///
/// @param figures what the decision was computed from
/// @param findings what no single expectation says
/// @param waived unmet expectations that a waiver covers; they stay in the assessments and blockers as they are
/// @param changes against the baseline; empty if there is none
/// @param burden what all blockers take together
/// @param beside what was seen of scripts that no expectation is about
public record AuditReport(
        PlanId plan,
        Instant at,
        List<Assessment> assessments,
        List<ReconciledClaim> claims,
        List<Contradiction> contradictions,
        List<Blocker> blockers,
        Aggregates figures,
        Decision decision,
        List<AuditFinding> findings,
        List<Waived> waived,
        List<Change> changes,
        Extent extent,
        Burden burden,
        Beside beside) {
    public AuditReport {
        assessments = List.copyOf(assessments);
        claims = List.copyOf(claims);
        contradictions = List.copyOf(contradictions);
        blockers = List.copyOf(blockers);
        findings = List.copyOf(findings);
        waived = List.copyOf(waived);
        changes = List.copyOf(changes);
    }

    /// What the audit found out, as facts: `ready:<expectation>` for every expectation.
    public WorldState facts() {
        return ReadinessFacts.of(assessments, at);
    }
}

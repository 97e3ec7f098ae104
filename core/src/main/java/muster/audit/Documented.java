package muster.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.plan.Plan;
import muster.plan.Severity;
import muster.plan.Standing;

/// Figures about the documents and the audit as a whole; no resolved blocker changes them.
///
/// @param findings how many there are by severity
record Documented(
        long claimsWrong,
        long claimsUnverifiable,
        long contradictions,
        long needsDecision,
        long superseded,
        Map<Severity, Long> findings) {

    static Documented of(Plan plan, List<ReconciledClaim> claims, List<Contradiction> contradictions) {
        var superseded = switch (plan.header().standing()) {
            case Standing.Current _ -> 0;
            case Standing.Superseded _ -> 1;
        };
        return new Documented(
                count(claims, ClaimVerdict.WRONG),
                count(claims, ClaimVerdict.UNVERIFIABLE),
                contradictions.size() + count(claims, ClaimVerdict.CONTRADICTORY),
                plan.notes().needsDecision().size(),
                superseded,
                Map.of());
    }

    Documented with(List<AuditFinding> all) {
        return new Documented(
                claimsWrong,
                claimsUnverifiable,
                contradictions,
                needsDecision,
                superseded,
                all.stream().collect(Collectors.groupingBy(AuditFinding::severity, Collectors.counting())));
    }

    long findings(Severity severity) {
        return findings.getOrDefault(severity, 0L);
    }

    private static long count(List<ReconciledClaim> claims, ClaimVerdict verdict) {
        return claims.stream().filter(claim -> claim.verdict() == verdict).count();
    }
}

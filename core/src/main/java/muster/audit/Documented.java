package muster.audit;

import java.util.List;
import muster.plan.Plan;
import muster.plan.Standing;

/// Figures about the documents; no resolved blocker changes them.
record Documented(long claimsWrong, long claimsUnverifiable, long contradictions, long needsDecision, long superseded) {

    static Documented of(Plan plan, List<ReconciledClaim> claims, List<Contradiction> contradictions) {
        var superseded = switch (plan.header().standing()) {
            case Standing.Current _ -> 0;
            case Standing.Superseded _ -> 1;
        };
        return new Documented(
                count(claims, ClaimVerdict.WRONG),
                count(claims, ClaimVerdict.UNVERIFIABLE),
                contradictions.size(),
                plan.notes().needsDecision().size(),
                superseded);
    }

    private static long count(List<ReconciledClaim> claims, ClaimVerdict verdict) {
        return claims.stream().filter(claim -> claim.verdict() == verdict).count();
    }
}

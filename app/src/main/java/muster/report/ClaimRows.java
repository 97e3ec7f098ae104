package muster.report;

import java.util.List;
import muster.audit.ReconciledClaim;

/// The claims as the report says them.
final class ClaimRows {
    private ClaimRows() {}

    static List<ReportView.Claim> all(List<ReconciledClaim> claims) {
        return claims.stream().map(ClaimRows::row).toList();
    }

    private static ReportView.Claim row(ReconciledClaim reconciled) {
        var claim = reconciled.claim();
        var source = claim.source();
        var observed = reconciled.observed();
        return new ReportView.Claim(
                claim.id().value(),
                source == null ? null : source.document(),
                source == null ? null : source.line(),
                claim.subject(),
                claim.subject(),
                claim.value().toPlainString(),
                claim.unit(),
                "number",
                reconciled.verdict(),
                observed == null ? null : observed.toPlainString(),
                reconciled.because(),
                List.of());
    }
}

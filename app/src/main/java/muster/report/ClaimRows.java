package muster.report;

import java.util.List;
import muster.audit.ReconciledClaim;
import muster.plan.ClaimValue;

/// The claims as the report says them.
final class ClaimRows {
    private ClaimRows() {}

    static List<ReportView.Claim> all(List<ReconciledClaim> claims) {
        return claims.stream().map(ClaimRows::row).toList();
    }

    private static ReportView.Claim row(ReconciledClaim reconciled) {
        var claim = reconciled.claim();
        var source = claim.source();
        return new ReportView.Claim(
                claim.id().value(),
                source == null ? null : source.document(),
                source == null ? null : source.line(),
                claim.text(),
                claim.subject(),
                claim.value().toString(),
                claim.unit(),
                kind(claim.value()),
                reconciled.verdict(),
                reconciled.observed(),
                reconciled.because(),
                reconciled.evidence());
    }

    private static String kind(ClaimValue value) {
        return switch (value) {
            case ClaimValue.Amount _ -> "number";
            case ClaimValue.Size _ -> "size";
            case ClaimValue.Version _ -> "version";
            case ClaimValue.Status _ -> "status";
            case ClaimValue.Dated _ -> "date";
            case ClaimValue.Existence _ -> "existence";
            case ClaimValue.Computed _ -> "sum";
            case ClaimValue.Columns _ -> "columns";
            case ClaimValue.Joined _ -> "join";
            case ClaimValue.Limit _ -> "limit";
        };
    }
}

package muster.audit;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.ClaimValue;
import muster.plan.Severity;

/// Files that a document calls done and that no commit has: which text was tested nobody can tell, and nobody else has
/// it.
record Unshared(Collection<Evidence> evidence, List<ReconciledClaim> claims) {

    List<AuditFinding> findings() {
        return evidence.stream()
                .filter(each -> each.kind().equals("git"))
                .filter(each -> "no".equals(each.attributes().get("tracked")))
                .flatMap(this::contradicted)
                .toList();
    }

    private Stream<AuditFinding> contradicted(Evidence evidence) {
        return evidence.subject().stream()
                .flatMap(path -> claims.stream()
                        .filter(claim -> callsDone(claim, path))
                        .map(claim -> finding(evidence, path, claim)));
    }

    private static boolean callsDone(ReconciledClaim reconciled, String path) {
        var claim = reconciled.claim();
        return claim.value() instanceof ClaimValue.Status(String word)
                && StatusMeaning.of(word).filter(StatusMeaning.DONE::equals).isPresent()
                && (path.equals(claim.subject()) || path.endsWith("/" + claim.subject()));
    }

    private static AuditFinding finding(Evidence evidence, String path, ReconciledClaim reconciled) {
        var said = reconciled.claim().value() instanceof ClaimValue.Status(String word) ? word : "";
        return new AuditFinding(
                "untracked",
                Severity.P2,
                path + " is in no commit, though " + reconciled.claim().source() + " calls it " + said,
                path,
                List.of(evidence.id()));
    }
}

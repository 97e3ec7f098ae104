package muster.probes.content;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import muster.audit.ClaimVerdict;
import muster.audit.ReconciledClaim;
import muster.claims.ClaimAudit;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.ContentProbe;
import muster.plan.ContentProbe.Strictness;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;

/// Whether what a document states holds, as far as files, history and the other documents can tell. All documents are
/// read once, however many are asked about.
final class ClaimProbe {
    private static final String KIND = "claims";

    private final Ground ground;
    private final Launcher launcher;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable List<ReconciledClaim> all;

    ClaimProbe(Ground ground, Launcher launcher) {
        this.ground = ground;
        this.launcher = launcher;
    }

    private List<ReconciledClaim> all() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (all == null) {
                all = new ClaimAudit(ground, launcher).reconciled(List.of(), List.of());
            }
            return all;
        } finally {
            lock.unlock();
        }
    }

    Observation of(ContentProbe.ClaimsHold probe) throws InterruptedException {
        return switch (ground.look(probe.path())) {
            case Looked.Absent(String path) ->
                Observation.fail(KIND, path, AssuranceLevel.CLAIMED, path + " does not exist")
                        .found(Findings.defect("missing-file", path, "there is no such file"));
            case Looked.Refused(String path, String why) ->
                Observation.fail(KIND, path, AssuranceLevel.CLAIMED, why).found(Findings.defect("refused", path, why));
            case Looked.Large large -> Observation.inconclusive(KIND, large.path(), large.why());
            case Looked.Found found -> judged(probe, found);
        };
    }

    private Observation judged(ContentProbe.ClaimsHold probe, Looked.Found found) throws InterruptedException {
        var claims = all().stream().filter(each -> isIn(each, found.path())).toList();
        if (claims.isEmpty()) {
            return Observation.inconclusive(KIND, found.path(), found.path() + " states nothing that can be checked");
        }
        var failing = claims.stream()
                .filter(each -> fails(each, probe.unverifiable()))
                .toList();
        var summary = found.path() + ": " + count(claims, ClaimVerdict.RIGHT) + " claims right, "
                + count(claims, ClaimVerdict.WRONG) + " wrong, " + count(claims, ClaimVerdict.CONTRADICTORY)
                + " contradictory, " + count(claims, ClaimVerdict.UNVERIFIABLE) + " unverifiable";
        var seen = failing.isEmpty()
                ? Observation.pass(KIND, found.path(), AssuranceLevel.REFERENCES_RESOLVE, summary)
                : Observation.fail(KIND, found.path(), AssuranceLevel.EXISTS, summary);
        return seen.with("claims", claims.size())
                .with("claims-wrong", count(claims, ClaimVerdict.WRONG))
                .from(List.of(found.digest()))
                .found(failing.stream()
                        .map(each -> Findings.defect(
                                each.verdict().name().toLowerCase(java.util.Locale.ROOT) + "-claim",
                                String.valueOf(each.claim().source()),
                                each.claim().text() + ": " + each.because()))
                        .toList());
    }

    private static boolean isIn(ReconciledClaim claim, String path) {
        var source = claim.claim().source();
        return source != null && source.document().equals(path);
    }

    private static boolean fails(ReconciledClaim claim, Strictness unverifiable) {
        return switch (claim.verdict()) {
            case WRONG, CONTRADICTORY -> true;
            case UNVERIFIABLE -> unverifiable == Strictness.REFUSE;
            case RIGHT -> false;
        };
    }

    private static long count(List<ReconciledClaim> claims, ClaimVerdict verdict) {
        return claims.stream().filter(each -> each.verdict() == verdict).count();
    }
}

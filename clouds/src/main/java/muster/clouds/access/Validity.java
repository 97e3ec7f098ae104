package muster.clouds.access;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.matching.Matching;
import muster.matching.Value;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;
import org.jspecify.annotations.Nullable;

/// What a service says of a credential that it accepts.
///
/// @param who holds it, as the service names them
/// @param expires none if it does not expire, or the service does not tell
record Validity(String who, @Nullable Instant expires) {
    private static final String KIND = "credential";
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);

    List<Observation> judged(CloudProbe.Credential probe, Instant now) {
        var seen = expiry(probe, now).with("holder", who);
        return List.of(
                expires == null
                        ? seen
                        : seen.with("expires", expires.toString())
                                .with("days", days(expires, now).toPlainString()));
    }

    private Observation expiry(CloudProbe.Credential probe, Instant now) {
        if (expires != null && !now.isBefore(expires)) {
            return failed(probe, "credential-expired", "the credential expired at " + expires);
        }
        var wanted = probe.days();
        if (wanted == null) {
            return passed(probe);
        }
        if (expires == null) {
            return Observation.inconclusive(
                    KIND, probe.target(), "the credential is valid; the service tells no day on which it expires");
        }
        var verdict = Matching.match(wanted, new Value.Numeric(days(expires, now)));
        return switch (verdict.outcome()) {
            case MATCHES -> passed(probe);
            case DIFFERS -> failed(probe, "credential-expires", "days until it expires: " + verdict.why());
            case INVALID -> Observation.error(KIND, probe.target(), verdict.why());
        };
    }

    private Observation passed(CloudProbe.Credential probe) {
        return Observation.pass(
                KIND,
                probe.target(),
                AssuranceLevel.REFERENCES_RESOLVE,
                expires == null ? "the credential is valid" : "the credential is valid until " + expires);
    }

    private static Observation failed(CloudProbe.Credential probe, String code, String message) {
        return Observation.fail(KIND, probe.target(), AssuranceLevel.EXISTS, message)
                .found(Findings.defect(code, probe.target(), message));
    }

    private static BigDecimal days(Instant expires, Instant now) {
        return BigDecimal.valueOf(Duration.between(now, expires).toSeconds())
                .divide(SECONDS_OF_A_DAY, 2, RoundingMode.DOWN);
    }
}

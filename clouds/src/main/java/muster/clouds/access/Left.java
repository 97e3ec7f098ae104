package muster.clouds.access;

import java.math.BigDecimal;
import java.util.List;
import muster.matching.Matching;
import muster.matching.Value;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;

/// What is left of a quota.
record Left(BigDecimal limit, BigDecimal left) {
    private static final String KIND = "quota";

    static Left of(long limit, long left) {
        return new Left(BigDecimal.valueOf(limit), BigDecimal.valueOf(left));
    }

    List<Observation> judged(CloudProbe.Quota probe) {
        var verdict = Matching.match(probe.left(), new Value.Numeric(left));
        var words = left.toPlainString() + " of " + limit.toPlainString() + " left";
        var seen = switch (verdict.outcome()) {
            case MATCHES -> Observation.pass(KIND, probe.target(), AssuranceLevel.REFERENCES_RESOLVE, words);
            case DIFFERS ->
                Observation.fail(KIND, probe.target(), AssuranceLevel.EXISTS, words + ": " + verdict.why())
                        .found(Findings.defect("quota-used-up", probe.target(), words + ": " + verdict.why()));
            case INVALID -> Observation.error(KIND, probe.target(), verdict.why());
        };
        return List.of(seen.with("limit", limit.toPlainString()).with("left", left.toPlainString()));
    }
}

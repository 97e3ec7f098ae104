package muster.probes.data;

import java.time.Duration;
import muster.plan.Probing;

/// How long one statement may take.
final class Limits {
    private Limits() {}

    static Duration of(Probing probing) {
        var limit = probing.timeout();
        return limit == null ? Reader.LIMIT : limit;
    }
}

package muster.clouds.calls;

import java.time.Instant;
import java.util.List;
import muster.observation.Observation;
import muster.plan.CloudProbe;
import muster.probes.cloud.CloudProbes;

/// One kind of probe that a service can answer.
@FunctionalInterface
public interface Ability<P extends CloudProbe> {

    /// What it sees, the probe's own observation first.
    List<Observation> of(P probe, Instant now) throws Unanswered, InterruptedException;

    /// A service that cannot answer this kind.
    ///
    /// @param why in the form `a store of objects has no jobs`
    static <P extends CloudProbe> Ability<P> none(String why) {
        return (probe, _) -> List.of(Observation.notRun(CloudProbes.kind(probe), probe.target(), why));
    }
}

package muster.probes.cloud;

import java.time.Instant;
import java.util.List;
import muster.observation.Observation;
import muster.plan.CloudProbe;

/// A service that the operator has connected. It answers every probe; one that is not of its kind is not run.
public interface Connection {

    /// What it sees, the probe's own observation first.
    ///
    /// @param now the moment of the probe, which names scratch objects and tells ages
    List<Observation> of(CloudProbe probe, Instant now) throws InterruptedException;
}

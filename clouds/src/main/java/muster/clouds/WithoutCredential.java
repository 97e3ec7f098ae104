package muster.clouds;

import java.time.Instant;
import java.util.List;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;
import muster.probes.cloud.CloudProbes;
import muster.probes.cloud.Connection;

/// A service whose credential is not where the operator says it is.
///
/// @param why without the credential or its surroundings
record WithoutCredential(String why) implements Connection {

    @Override
    public List<Observation> of(CloudProbe probe, Instant now) {
        var kind = CloudProbes.kind(probe);
        return List.of(
                probe instanceof CloudProbe.Credential
                        ? Observation.fail(kind, probe.target(), AssuranceLevel.CLAIMED, why)
                                .found(Findings.defect("credential-missing", probe.target(), why))
                        : Observation.notRun(kind, probe.target(), why));
    }
}

package muster.probes;

import java.time.Instant;
import java.util.List;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.probes.cloud.Connections;
import muster.probes.data.DataProbes;

/// Asks a database over JDBC, or the service that is connected under its name.
record DatabaseProbes(DataProbes local, Connections services) {

    static DatabaseProbes of(Workspace workspace) {
        return new DatabaseProbes(new DataProbes(workspace.databases()), workspace.services());
    }

    List<Observation> of(DataProbe probe, Expectation expectation, Instant now) throws InterruptedException {
        var remote = services.database(probe.database());
        return remote == null
                ? local.of(probe, expectation.probing(), now)
                : remote.of(probe, expectation.probing(), now);
    }

    /// What a probe would use, found out without making it.
    Observation estimate(DataProbe probe, Probing.Budget budget) {
        return services.database(probe.database()) == null
                ? local.estimate(probe, budget)
                : Observation.notRun("estimate", probe.target(), "the service estimates it when it is probed");
    }

    List<Observation> of(Probe.Table probe) throws InterruptedException {
        var remote = services.database(probe.database());
        return remote == null ? local.of(probe) : remote.of(probe);
    }

    List<Observation> of(Probe.ScratchTable probe, Instant now) throws InterruptedException {
        var remote = services.database(probe.database());
        return remote == null ? local.of(probe, now) : remote.of(probe, now);
    }

    List<Observation> of(Probe.Listing probe) throws InterruptedException {
        var remote = services.database(probe.database());
        return remote == null ? local.of(probe) : remote.of(probe);
    }
}

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
import org.jspecify.annotations.Nullable;

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
    Observation estimate(DataProbe probe, Probing.Budget budget) throws InterruptedException {
        var remote = services.database(probe.database());
        return remote == null ? local.estimate(probe, budget) : remote.estimate(probe, budget);
    }

    /// What a probe of a connected service's tables would use; none if it is asked over JDBC, where it costs nothing.
    @Nullable
    Observation estimate(Probe probe, String database, Probing.Budget budget) throws InterruptedException {
        var remote = services.database(database);
        return remote == null ? null : remote.estimate(probe, budget);
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

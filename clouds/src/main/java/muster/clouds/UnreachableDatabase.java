package muster.clouds;

import java.time.Instant;
import java.util.List;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.probes.cloud.RemoteDatabase;

/// A database whose credential is not where the operator says it is.
record UnreachableDatabase(String why) implements RemoteDatabase {

    @Override
    public List<Observation> of(DataProbe probe, Probing probing, Instant now) {
        return notRun("database", probe);
    }

    @Override
    public Observation estimate(Probe probe, Probing.Budget budget) {
        return Observation.notRun("estimate", probe.target(), why);
    }

    @Override
    public List<Observation> of(Probe.Table probe) {
        return notRun("table", probe);
    }

    @Override
    public List<Observation> of(Probe.ScratchTable probe, Instant now) {
        return notRun("scratch-table", probe);
    }

    @Override
    public List<Observation> of(Probe.Listing probe) {
        return notRun("listing", probe);
    }

    private List<Observation> notRun(String kind, Probe probe) {
        return List.of(Observation.notRun(kind, probe.target(), why));
    }
}

package muster.probes.data;

import java.util.List;
import java.util.SortedMap;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Probe;

/// Performs the probes of databases.
public final class DataProbes {
    private final TableProbe tables;
    private final ScratchProbe scratch;
    private final ListingProbe listings;

    /// @param openers by the name that expectations use
    public DataProbes(SortedMap<String, DatabaseOpener> openers) {
        var databases = new Databases(openers);
        tables = new TableProbe(databases);
        scratch = new ScratchProbe(databases);
        listings = new ListingProbe(databases);
    }

    /// What it sees, the probe's own observation first.
    public List<Observation> of(DataProbe probe) throws InterruptedException {
        return List.of(Observation.notRun("data", probe.target(), "no such probe here"));
    }

    /// A table with its columns.
    public List<Observation> of(Probe.Table probe) {
        return tables.of(probe);
    }

    /// What a scratch table allows.
    public List<Observation> of(Probe.ScratchTable probe) {
        return scratch.of(probe.database());
    }

    /// The count of tables by two paths.
    public List<Observation> of(Probe.Listing probe) {
        return listings.of(probe);
    }
}

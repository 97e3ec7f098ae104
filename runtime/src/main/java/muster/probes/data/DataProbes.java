package muster.probes.data;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Probe;
import muster.plan.Probing;

/// Performs the probes of databases.
public final class DataProbes {
    private final Databases databases;

    /// @param openers by the name that expectations use
    public DataProbes(SortedMap<String, DatabaseOpener> openers) {
        databases = new Databases(openers);
    }

    /// What it sees, the probe's own observation first.
    ///
    /// @param probing its limits of time and its budget
    /// @param now against which times in tables are held
    public List<Observation> of(DataProbe probe, Probing probing, Instant now) {
        return switch (probe) {
            case DataProbe.Answers answers -> new AnswersProbe(databases).of(answers, probing);
            case DataProbe.Query query -> new QueryProbe(databases).of(query, probing);
            case DataProbe.TableState table -> new TableStateProbe(databases).of(table, probing, now);
            case DataProbe.Conserved conserved -> new ListingProbe(databases).of(conserved);
        };
    }

    /// A table with its columns.
    public List<Observation> of(Probe.Table probe) {
        return new TableProbe(databases).of(probe);
    }

    /// What a scratch table allows; leftovers of killed runs are removed.
    public List<Observation> of(Probe.ScratchTable probe, Instant now) {
        return new ScratchProbe(databases).of(probe.database(), now);
    }

    /// The count of tables by two paths.
    public List<Observation> of(Probe.Listing probe) {
        return new ListingProbe(databases).of(probe);
    }

    /// What a probe would use, found out without making it: one observation of the kind `estimate`, which passes
    /// if it stays within the budget and is not run if it does not.
    public Observation estimate(DataProbe probe, Probing.Budget budget) {
        return new Forecast(databases).of(probe, budget);
    }
}

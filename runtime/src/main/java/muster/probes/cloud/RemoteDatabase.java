package muster.probes.cloud;

import java.time.Instant;
import java.util.List;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Probe;
import muster.plan.Probing;

/// A database that answers without JDBC. It is found by the name that the expectation uses.
public interface RemoteDatabase {

    /// What a probe of its contents sees.
    ///
    /// @param probing the budget is held against an estimate before anything paid is read
    List<Observation> of(DataProbe probe, Probing probing, Instant now) throws InterruptedException;

    /// What a probe would use, found out without making it: one observation of the kind `estimate`, which passes if it
    /// stays within the budget and is not run if it does not.
    Observation estimate(Probe probe, Probing.Budget budget) throws InterruptedException;

    /// A table with its columns.
    List<Observation> of(Probe.Table probe) throws InterruptedException;

    /// What a scratch table allows; not run unless the operator has allowed writing.
    List<Observation> of(Probe.ScratchTable probe, Instant now) throws InterruptedException;

    /// The count of tables by two paths.
    List<Observation> of(Probe.Listing probe) throws InterruptedException;
}

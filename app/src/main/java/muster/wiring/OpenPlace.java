package muster.wiring;

import java.time.InstantSource;
import muster.engines.JournaledTeam;
import muster.engines.RunTeam;
import muster.run.RunId;
import muster.storage.Journal;

/// A workspace whose journal is open.
///
/// @param journal stays open
public record OpenPlace(Workspace place, Journal journal, InstantSource clock) {

    /// The team of a run of the journal, which is told itself.
    public RunTeam team(RunId run) {
        return new JournaledTeam(journal, clock, run, place.snapshots());
    }
}

package muster.storage;

import java.util.List;
import muster.run.Recorded;

/// What became of a batch.
public sealed interface AppendOutcome {

    /// It is in the journal and survives a crash from here on.
    record Appended(List<Recorded> events) implements AppendOutcome {
        public Appended {
            events = List.copyOf(events);
        }
    }

    /// The run moved on since the command was decided: read, decide and append again.
    ///
    /// @param version the version that the run has
    record VersionConflict(long version) implements AppendOutcome {}

    /// A batch with this command key was appended before; nothing was appended now.
    ///
    /// @param version version of the run right after the earlier batch
    record AlreadyDone(long version) implements AppendOutcome {}
}

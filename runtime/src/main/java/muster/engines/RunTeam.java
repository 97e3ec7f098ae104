package muster.engines;

import java.time.Instant;
import java.util.List;
import muster.coordination.CoordinationCommand;
import muster.coordination.CoordinationState;
import muster.coordination.Happening;
import muster.run.Command;

/// The team of a run: what is known of it, and a way to tell it something. For one thread.
public interface RunTeam {

    /// The team as last seen.
    CoordinationState state();

    /// Everything that the journal tells of the run. It is read for this alone.
    List<Happening> history();

    /// What the clock shows.
    Instant now();

    /// Tells a command; a key that was used before in this run has no effect again. What is due is told first.
    ///
    /// @throws muster.storage.JournalUnavailable if it did not get into the journal; telling it again is safe
    Told tell(CoordinationCommand command, String key);

    /// Tells a command to the run itself. What is due is told first, and what follows of it for the team after it.
    ///
    /// @throws muster.storage.JournalUnavailable as for the other
    Told tell(Command command, String key);

    /// Reads what others appended, and has said what follows by now.
    void settle();
}

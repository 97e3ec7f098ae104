package muster.wiring;

import java.time.Instant;
import java.util.List;
import muster.coordination.CoordinationState;
import muster.run.RunState;
import muster.storage.FollowedRun;
import muster.storage.FollowedTeam;
import muster.storage.Journal;
import muster.storage.SnapshotFolder;
import org.jspecify.annotations.Nullable;

/// The runs of a journal, folded from their events.
public final class Runs {

    private Runs() {}

    /// Every run in the order in which they began.
    public static List<RunState> states(Journal journal) {
        return states(journal, null, Instant.MAX);
    }

    /// Every run that had begun by an instant, as it was then.
    ///
    /// @param snapshots where to begin, if there are any
    public static List<RunState> states(Journal journal, @Nullable SnapshotFolder snapshots, Instant at) {
        return journal.runs().stream()
                .map(run -> FollowedRun.until(journal, run, snapshots, at).state())
                .filter(state -> state.version() > 0)
                .toList();
    }

    /// The teams of every run that had begun by an instant, as they were then.
    ///
    /// @param snapshots where to begin, if there are any
    public static List<CoordinationState> teams(Journal journal, @Nullable SnapshotFolder snapshots, Instant at) {
        return journal.runs().stream()
                .map(run -> FollowedTeam.until(journal, run, snapshots, at).state())
                .filter(team -> team.run().version() > 0)
                .toList();
    }
}

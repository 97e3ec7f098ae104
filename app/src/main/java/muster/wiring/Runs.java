package muster.wiring;

import java.time.Instant;
import java.util.List;
import muster.coordination.CoordinationState;
import muster.storage.FollowedTeam;
import muster.storage.Journal;
import muster.storage.SnapshotFolder;
import org.jspecify.annotations.Nullable;

/// The runs of a journal, folded from their events.
public final class Runs {

    private Runs() {}

    /// The teams of every run, in the order in which they began, that had begun by an instant, as they were then.
    ///
    /// @param snapshots where to begin, if there are any
    public static List<CoordinationState> teams(Journal journal, @Nullable SnapshotFolder snapshots, Instant at) {
        return journal.runs().stream()
                .map(run -> FollowedTeam.until(journal, run, snapshots, at).state())
                .filter(team -> team.run().version() > 0)
                .toList();
    }
}

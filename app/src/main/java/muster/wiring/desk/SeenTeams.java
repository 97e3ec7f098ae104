package muster.wiring.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.coordination.CoordinationState;
import muster.run.RunId;
import muster.storage.FollowedTeam;
import muster.storage.Journal;
import muster.wiring.Runs;
import muster.wiring.Workspace;

/// Teams in their runs as they were last seen, so that who asks again where runs stand has only read what happened
/// since.
final class SeenTeams {
    /// Steps of all runs that are kept; beyond that the run that was asked for longest ago is forgotten. 100,000 take
    /// about 140 MB.
    private static final int MOST_STEPS = 200_000;

    private final Workspace workspace;
    private final Journal journal;
    private final Map<RunId, FollowedTeam> seen = new LinkedHashMap<>(16, 0.75f, true);
    private long head;

    SeenTeams(Workspace workspace, Journal journal) {
        this.workspace = workspace;
        this.journal = journal;
    }

    /// All that have begun by an instant, in the order in which they began.
    synchronized List<CoordinationState> all(Instant at) {
        if (!at.equals(Instant.MAX)) {
            return Runs.teams(journal, workspace.snapshots(), at);
        }
        var now = journal.head().sequence();
        var news = now != head;
        var all = journal.runs().stream().map(run -> state(run, news)).toList();
        head = now;
        forget();
        return all;
    }

    /// One of them, of version 0 if it had not begun.
    synchronized CoordinationState one(RunId run, Instant at) {
        if (!at.equals(Instant.MAX)) {
            return FollowedTeam.until(journal, run, workspace.snapshots(), at).state();
        }
        var state = state(run, true);
        forget();
        return state;
    }

    private CoordinationState state(RunId run, boolean news) {
        var team = seen.get(run);
        if (team == null) {
            team = FollowedTeam.of(journal, run, workspace.snapshots());
            seen.put(run, team);
        } else if (news) {
            team.catchUp();
        }
        return team.state();
    }

    private void forget() {
        var steps = seen.values().stream().mapToLong(SeenTeams::steps).sum();
        for (var oldest = seen.values().iterator(); steps > MOST_STEPS && oldest.hasNext(); ) {
            steps -= steps(oldest.next());
            oldest.remove();
        }
    }

    private static long steps(FollowedTeam team) {
        return 1L + team.state().run().steps().size();
    }
}

package muster.storage;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.coordination.CoordinationState;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunState;

/// Whether snapshots say what the events say: every run is folded from its first event and compared with each snapshot
/// on the way.
public final class StateCheck {
    private static final int PAGE = 5_000;

    private StateCheck() {}

    /// A run that was folded from its first event.
    ///
    /// @param agreeing versions of snapshots that are equal to the state of that version
    /// @param differing versions of those that are not, or cannot be read though this version of Muster kept them
    public record Folded(RunId run, long events, List<Long> agreeing, List<Long> differing) {
        public Folded {
            agreeing = List.copyOf(agreeing);
            differing = List.copyOf(differing);
        }
    }

    /// Every run of the journal, in the order in which they began.
    public static List<Folded> of(Journal journal, SnapshotFolder snapshots) {
        return journal.runs().stream().map(run -> fold(journal, snapshots, run)).toList();
    }

    private static Folded fold(Journal journal, SnapshotFolder snapshots, RunId run) {
        var agrees = new TreeMap<Long, Boolean>();
        snapshots.versions(run).stream()
                .filter(version -> !snapshots.isForeign(run, version))
                .forEach(version -> agrees.put(version, false));
        var state = CoordinationState.of(RunState.before(run));
        var page = journal.read(run, 0, PAGE);
        while (!page.isEmpty()) {
            for (var recorded : page) {
                state = state.after(CoordinationNotes.happening(recorded));
                var team = state;
                agrees.computeIfPresent(recorded.version(), (_, _) -> isSame(snapshots, team, recorded));
            }
            page = journal.read(run, state.run().version(), PAGE);
        }
        return new Folded(run, state.run().version(), which(agrees, true), which(agrees, false));
    }

    private static List<Long> which(SortedMap<Long, Boolean> agrees, boolean wanted) {
        return agrees.keySet().stream()
                .filter(version -> Boolean.valueOf(wanted).equals(agrees.get(version)))
                .toList();
    }

    /// Whether the snapshot of this version says the same.
    private static boolean isSame(SnapshotFolder snapshots, CoordinationState state, Recorded last) {
        var snapshot = snapshots.read(state.run().plan().id(), last.version(), Instant.MAX);
        return snapshot != null
                && snapshot.last().equals(last)
                && snapshot.state().equals(state.run())
                && (snapshot.team() == null || snapshot.team().equals(state));
    }
}

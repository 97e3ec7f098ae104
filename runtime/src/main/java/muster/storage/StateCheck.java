package muster.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
    /// @param differing versions of those that are not, or cannot be read
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
        var open = new TreeSet<>(snapshots.versions(run));
        var agreeing = new ArrayList<Long>();
        var differing = new ArrayList<Long>();
        var state = CoordinationState.of(RunState.before(run));
        var page = journal.read(run, 0, PAGE);
        while (!page.isEmpty()) {
            for (var recorded : page) {
                state = state.after(CoordinationNotes.happening(recorded));
                compare(snapshots, state, recorded)
                        .ifPresent(same -> (same ? agreeing : differing).add(recorded.version()));
            }
            page = journal.read(run, state.run().version(), PAGE);
        }
        open.removeAll(agreeing);
        open.removeAll(differing);
        differing.addAll(open);
        return new Folded(run, state.run().version(), agreeing, differing);
    }

    /// Whether the snapshot of this version says the same; empty if there is none.
    private static Optional<Boolean> compare(SnapshotFolder snapshots, CoordinationState state, Recorded last) {
        var run = state.run().plan().id();
        if (!snapshots.has(run, state.run().version())) {
            return Optional.empty();
        }
        var snapshot = snapshots.read(run, state.run().version(), Instant.MAX);
        return Optional.of(snapshot != null
                && snapshot.last().equals(last)
                && snapshot.state().equals(state.run())
                && (snapshot.team() == null || snapshot.team().equals(state)));
    }
}

package muster.storage;

import java.time.Instant;
import java.util.List;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunRules;
import muster.run.RunState;
import org.jspecify.annotations.Nullable;

/// A run folded from a journal, from the newest snapshot on if there is one that fits, page by page. Keeps snapshots as
/// it goes. For one thread.
public final class FollowedRun {
    /// Events held in memory at one time.
    private static final int PAGE = 5_000;

    /// Events from one snapshot to the next: a second of folding. Of a run with more steps, as many events as it has
    /// steps, because a snapshot has a line for each.
    private static final int APART = 10_000;

    private final Journal journal;
    private final @Nullable SnapshotFolder snapshots;
    private final Instant until;
    private RunState state;
    private Instant latest = Instant.MIN;
    private long kept;
    private boolean over;

    private FollowedRun(Journal journal, RunId run, @Nullable SnapshotFolder snapshots, Instant until) {
        this.journal = journal;
        this.snapshots = snapshots;
        this.until = until;
        this.state = RunState.before(run);
    }

    /// The run as it is.
    public static FollowedRun of(Journal journal, RunId run, @Nullable SnapshotFolder snapshots) {
        return until(journal, run, snapshots, Instant.MAX);
    }

    /// A run that is taken not to have begun; whoever is wrong finds out as an append is refused.
    public static FollowedRun beginning(Journal journal, RunId run, @Nullable SnapshotFolder snapshots) {
        return new FollowedRun(journal, run, snapshots, Instant.MAX);
    }

    /// The run as it was by an instant; a clock that was set back later takes nothing of it away.
    public static FollowedRun until(Journal journal, RunId run, @Nullable SnapshotFolder snapshots, Instant until) {
        var followed = new FollowedRun(journal, run, snapshots, until);
        followed.begin();
        followed.catchUp();
        return followed;
    }

    /// The run as last seen.
    public RunState state() {
        return state;
    }

    /// Reads what was appended; false if that was nothing.
    public boolean catchUp() {
        var before = state.version();
        for (var page = page(); !page.isEmpty() && !over; page = page()) {
            page.forEach(this::see);
            keepIfDue(page.getLast());
        }
        return state.version() > before;
    }

    /// Takes events that were just appended after those seen, with the state that they led to.
    public void append(List<Recorded> events, RunState after) {
        for (var recorded : events) {
            latest = recorded.at().isAfter(latest) ? recorded.at() : latest;
        }
        state = after;
        if (!events.isEmpty()) {
            keepIfDue(events.getLast());
        }
    }

    private List<Recorded> page() {
        return journal.read(state.plan().id(), state.version(), PAGE);
    }

    private void see(Recorded recorded) {
        over |= recorded.at().isAfter(until);
        if (!over) {
            state = RunRules.apply(state, recorded.event());
            latest = recorded.at().isAfter(latest) ? recorded.at() : latest;
        }
    }

    /// A snapshot is of this journal if its last event is where it says.
    private void begin() {
        var snapshot = snapshots == null ? null : snapshots.newest(state.plan().id(), until);
        if (snapshot == null) {
            return;
        }
        var version = snapshot.state().version();
        var there = journal.read(state.plan().id(), version - 1, 1);
        if (!there.isEmpty() && there.getFirst().equals(snapshot.last())) {
            state = snapshot.state();
            latest = snapshot.latest();
            kept = version;
        }
    }

    private void keepIfDue(Recorded last) {
        var apart = Math.max(APART, state.steps().size());
        if (snapshots != null && !over && state.version() - kept >= apart) {
            snapshots.keep(new Snapshot(state, last, latest));
            kept = state.version();
        }
    }
}

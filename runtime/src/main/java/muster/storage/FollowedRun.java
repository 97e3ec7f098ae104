package muster.storage;

import java.time.Instant;
import java.util.List;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunRules;
import muster.run.RunState;
import org.jspecify.annotations.Nullable;

/// A run folded from a journal, without what its team said. For one thread.
public final class FollowedRun {
    private static final Followed.Fold<RunState> FOLD = new Followed.Fold<>(
            RunState::before,
            (state, recorded) -> RunRules.apply(state, recorded.event()),
            state -> state,
            Snapshot::new,
            Snapshot::state);

    private final Followed<RunState> followed;

    private FollowedRun(Followed<RunState> followed) {
        this.followed = followed;
    }

    /// The run as it is.
    public static FollowedRun of(Journal journal, RunId run, @Nullable SnapshotFolder snapshots) {
        return until(journal, run, snapshots, Instant.MAX);
    }

    /// The run as it was by an instant; a clock that was set back later takes nothing of it away.
    public static FollowedRun until(Journal journal, RunId run, @Nullable SnapshotFolder snapshots, Instant until) {
        return new FollowedRun(new Followed<>(journal, run, FOLD, new Followed.Span(snapshots, until)).begin());
    }

    /// The run as last seen.
    public RunState state() {
        return followed.state();
    }

    /// Reads what was appended; false if that was nothing.
    public boolean catchUp() {
        return followed.catchUp();
    }

    /// Takes events that were just appended after those seen, with the state that they led to.
    public void append(List<Recorded> events, RunState after) {
        followed.append(events, after);
    }
}

package muster.storage;

import java.time.Instant;
import java.util.List;
import muster.coordination.CoordinationState;
import muster.coordination.Happening;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunState;
import org.jspecify.annotations.Nullable;

/// A team in its run, folded from a journal. For one thread.
public final class FollowedTeam {
    private static final Followed.Fold<CoordinationState> FOLD = new Followed.Fold<>(
            run -> CoordinationState.of(RunState.before(run)),
            (state, recorded) -> state.after(CoordinationNotes.happening(recorded)),
            CoordinationState::run,
            Snapshot::new,
            Snapshot::team);

    private final Followed<CoordinationState> followed;

    private FollowedTeam(Followed<CoordinationState> followed) {
        this.followed = followed;
    }

    /// The team as it is.
    public static FollowedTeam of(Journal journal, RunId run, @Nullable SnapshotFolder snapshots) {
        return until(journal, run, snapshots, Instant.MAX);
    }

    /// The team of a run that is taken not to have begun; whoever is wrong finds out as an append is refused.
    public static FollowedTeam beginning(Journal journal, RunId run, @Nullable SnapshotFolder snapshots) {
        return new FollowedTeam(new Followed<>(journal, run, FOLD, new Followed.Span(snapshots, Instant.MAX)));
    }

    /// The team as it was by an instant; a clock that was set back later takes nothing of it away.
    public static FollowedTeam until(Journal journal, RunId run, @Nullable SnapshotFolder snapshots, Instant until) {
        return new FollowedTeam(new Followed<>(journal, run, FOLD, new Followed.Span(snapshots, until)).begin());
    }

    /// The team as last seen.
    public CoordinationState state() {
        return followed.state();
    }

    /// Everything that the journal tells of the run. It is read for this alone.
    public List<Happening> history() {
        return followed.all().stream().map(CoordinationNotes::happening).toList();
    }

    /// Reads what was appended; false if that was nothing.
    public boolean catchUp() {
        return followed.catchUp();
    }

    /// Takes events that were just appended after those seen, with the state that they led to.
    public void append(List<Recorded> events, CoordinationState after) {
        followed.append(events, after);
    }
}

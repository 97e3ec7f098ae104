package muster.storage;

import java.time.Instant;
import muster.coordination.CoordinationState;
import muster.run.Recorded;
import muster.run.RunRules;
import muster.run.RunState;
import org.jspecify.annotations.Nullable;

/// A run as it was after one of its events, so that nobody has to fold those before it again.
///
/// @param last the last event that it knows; a journal that has another at this place is another journal
/// @param latest the latest instant of all events so far; a clock may have been set back since
/// @param team what the run's team had come to; null if whoever kept the snapshot did not look at it
public record Snapshot(
        RunState state,
        Recorded last,
        Instant latest,
        @Nullable CoordinationState team) {

    /// Without the team.
    public Snapshot(RunState state, Recorded last, Instant latest) {
        this(state, last, latest, null);
    }

    /// With the team in its run.
    public Snapshot(CoordinationState team, Recorded last, Instant latest) {
        this(team.run(), last, latest, team);
    }

    /// The run after one more event, without the team.
    public Snapshot after(Recorded next) {
        return new Snapshot(RunRules.apply(state, next.event()), next, next.at().isAfter(latest) ? next.at() : latest);
    }

    /// The run after its first event, without the team.
    public static Snapshot first(Recorded event) {
        return new Snapshot(RunRules.apply(RunState.before(event.run()), event.event()), event, event.at());
    }
}

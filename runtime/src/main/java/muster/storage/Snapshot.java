package muster.storage;

import java.time.Instant;
import muster.run.Recorded;
import muster.run.RunRules;
import muster.run.RunState;

/// A run as it was after one of its events, so that nobody has to fold those before it again.
///
/// @param last the last event that it knows; a journal that has another at this place is another journal
/// @param latest the latest instant of all events so far; a clock may have been set back since
public record Snapshot(RunState state, Recorded last, Instant latest) {

    /// The run after one more event.
    public Snapshot after(Recorded next) {
        return new Snapshot(RunRules.apply(state, next.event()), next, next.at().isAfter(latest) ? next.at() : latest);
    }

    /// The run after its first event.
    public static Snapshot first(Recorded event) {
        return new Snapshot(RunRules.apply(RunState.before(event.run()), event.event()), event, event.at());
    }
}

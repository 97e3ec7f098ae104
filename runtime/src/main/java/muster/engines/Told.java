package muster.engines;

import java.util.List;
import muster.run.Event;
import muster.run.Recorded;

/// What became of a command.
public sealed interface Told {

    /// It took effect and is in the journal; empty if it changed nothing.
    record Accepted(List<Recorded> events) implements Told {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /// The rules do not allow it; it changed nothing.
    record Refused(String why) implements Told {}

    /// What events say of the command that led to them.
    static Told of(List<Recorded> events) {
        return !events.isEmpty() && events.getFirst().event() instanceof Event.Refused refused
                ? new Refused(refused.why())
                : new Accepted(events);
    }

    /// A command with this key was told before; nothing happened now.
    ///
    /// @param then what became of it at that time
    record AlreadyTold(Told then) implements Told {}
}

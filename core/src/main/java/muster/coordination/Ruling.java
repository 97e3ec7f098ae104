package muster.coordination;

import java.util.List;
import muster.run.Command;

/// What a command leads to.
public sealed interface Ruling {

    /// It takes effect.
    ///
    /// @param orders what the run is told after the events; none of it is refused
    record Granted(List<CoordinationEvent> events, List<Command> orders) implements Ruling {
        public Granted {
            events = List.copyOf(events);
            orders = List.copyOf(orders);
        }

        /// Events without orders.
        public Granted(CoordinationEvent... events) {
            this(List.of(events), List.of());
        }

        Granted(List<CoordinationEvent> events) {
            this(events, List.of());
        }

        /// True if nothing follows.
        public boolean isEmpty() {
            return events.isEmpty() && orders.isEmpty();
        }
    }

    /// It is not allowed and changes nothing.
    record Denied(String why) implements Ruling {}
}

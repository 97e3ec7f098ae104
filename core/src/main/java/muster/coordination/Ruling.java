package muster.coordination;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import muster.plan.FactId;

/// What a command leads to.
public sealed interface Ruling {

    /// It takes effect.
    ///
    /// @param facts facts that hold for the run from here on
    record Granted(List<CoordinationEvent> events, SortedSet<FactId> facts) implements Ruling {
        public Granted {
            events = List.copyOf(events);
            facts = Collections.unmodifiableSortedSet(new TreeSet<>(facts));
        }

        /// Events that change no fact.
        public Granted(CoordinationEvent... events) {
            this(List.of(events), new TreeSet<>());
        }
    }

    /// It is not allowed and changes nothing.
    record Denied(String why) implements Ruling {}
}

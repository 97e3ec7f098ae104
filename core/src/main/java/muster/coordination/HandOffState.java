package muster.coordination;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where a hand-off stands.
public sealed interface HandOffState {

    /// What was offered.
    HandOffNote note();

    /// When it was offered.
    Instant offered();

    /// It waits for the receiver.
    record Offered(HandOffNote note, Instant offered) implements HandOffState {}

    /// The receiver took it.
    ///
    /// @param receipt SHA-256 of each file as the receiver found it, by path
    record Accepted(HandOffNote note, Instant offered, Instant at, SortedMap<String, String> receipt)
            implements HandOffState {
        public Accepted {
            receipt = Collections.unmodifiableSortedMap(new TreeMap<>(receipt));
        }
    }

    /// The receiver sent it back; the work is offered anew under another id.
    record Rejected(HandOffNote note, Instant offered, Instant at, String reason) implements HandOffState {}
}

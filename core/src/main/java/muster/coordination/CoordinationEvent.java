package muster.coordination;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.AgentId;

/// What happened between the members of a team. It is kept in the run's journal, in order with the run's own events.
public sealed interface CoordinationEvent {

    /// One of a theme that has a file of its own.
    sealed interface OfTheme extends CoordinationEvent permits GateEvent, BlockerEvent, ConflictEvent, ClockEvent {}

    /// One of a hand-off.
    sealed interface OfHandOff extends CoordinationEvent {}

    /// The team works by this charter from here on.
    record Agreed(Charter charter) implements CoordinationEvent {}

    /// A day's meeting was held; its minutes are drawn from the journal before its start.
    ///
    /// @param date in the meeting's time zone
    record MeetingHeld(MeetingKind kind, LocalDate date, List<AgentId> participants) implements CoordinationEvent {
        public MeetingHeld {
            participants = List.copyOf(participants);
        }
    }

    /// Work was offered.
    record HandOffOffered(HandOffNote note) implements OfHandOff {}

    /// The receiver took it.
    ///
    /// @param receipt SHA-256 of each file as the receiver found it, by path
    record HandOffAccepted(HandOffId id, SortedMap<String, String> receipt) implements OfHandOff {
        public HandOffAccepted {
            receipt = Collections.unmodifiableSortedMap(new TreeMap<>(receipt));
        }
    }

    /// The receiver sent it back.
    record HandOffRejected(HandOffId id, String reason) implements OfHandOff {}
}

package muster.coordination;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.AgentId;
import muster.run.Command;

/// What a member of a team wants of it. The rules answer with a [Ruling].
public sealed interface CoordinationCommand {

    /// One of a theme that has a file of its own.
    sealed interface OfTheme extends CoordinationCommand permits GateCommand, BlockerCommand, ConflictCommand {}

    /// One about a hand-off.
    sealed interface OfHandOff extends CoordinationCommand {}

    /// Say what follows by now from clocks and from what the run did. Whoever talks to a run tells it first.
    record Due() implements CoordinationCommand {}

    /// Hold a day's meeting.
    ///
    /// @param date in the meeting's time zone
    record Meet(MeetingKind kind, LocalDate date) implements CoordinationCommand {}

    /// Work by this charter from here on.
    record Agree(Charter charter) implements CoordinationCommand {}

    /// Go on by another plan: work by this charter, and tell the run this, all of it or nothing.
    record Revise(Charter charter, List<Command> orders) implements CoordinationCommand {
        public Revise {
            orders = List.copyOf(orders);
        }
    }

    /// Pass work on.
    record Offer(HandOffNote note, AgentId by) implements OfHandOff {}

    /// Take work.
    ///
    /// @param found SHA-256 of each offered file as the receiver finds it, by path; without those that are gone
    record Accept(HandOffId id, AgentId by, SortedMap<String, String> found) implements OfHandOff {
        public Accept {
            found = Collections.unmodifiableSortedMap(new TreeMap<>(found));
        }
    }

    /// Send work back.
    record SendBack(HandOffId id, AgentId by, String reason) implements OfHandOff {}
}

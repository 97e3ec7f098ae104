package muster.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.Attendance;
import muster.plan.Meeting;
import muster.run.RunId;
import muster.run.RunState;

/// Draws the minutes of meetings from a journal. Nobody writes them, so nobody can forget or embellish them.
public final class MeetingRules {
    private MeetingRules() {}

    /// The minutes of a day's meeting.
    ///
    /// @param journal every entry of the run; those at or after the meeting's start do not count
    /// @param date in the meeting's time zone
    public static Minutes minutes(RunId run, List<Happening> journal, MeetingKind kind, LocalDate date) {
        var charter = charter(journal);
        var meeting = kind.in(charter);
        var start = start(meeting, date);
        var known = journal.stream().filter(each -> each.at().isBefore(start)).toList();
        var state = CoordinationState.of(RunState.before(run));
        for (var each : known) {
            state = state.after(each);
        }
        state = state.after(new CoordinationEvent.Agreed(charter), start);
        var account = new Account(state, known, new Account.Day(date, meeting.zone(), start));
        var participants = participants(state, charter, meeting);
        return new Minutes(
                run,
                kind,
                meeting,
                date,
                start,
                start.plus(meeting.length()),
                participants,
                participants.stream().map(account::of).toList());
    }

    static Ruling hold(CoordinationState state, CoordinationCommand.Meet meet, Instant now) {
        var meeting = meet.kind().in(state.charter());
        var start = start(meeting, meet.date());
        return now.isBefore(start)
                ? new Ruling.Denied(meeting.title() + " begins at " + start)
                : new Ruling.Granted(new CoordinationEvent.MeetingHeld(
                        meet.kind(), meet.date(), participants(state, state.charter(), meeting)));
    }

    /// The last charter, whenever it was agreed: what a team says first may be said after its first meeting.
    private static Charter charter(List<Happening> journal) {
        return journal.stream()
                .flatMap(each -> each.team() instanceof CoordinationEvent.Agreed(var agreed)
                        ? Stream.of(agreed)
                        : Stream.empty())
                .reduce((_, later) -> later)
                .orElse(Charter.NONE);
    }

    /// When a meeting begins: its time of day there, whatever the clocks there do; a time that the clocks skip is later
    /// by what they skip, one that comes twice is the first.
    public static Instant start(Meeting meeting, LocalDate date) {
        return date.atTime(meeting.at()).atZone(meeting.zone()).toInstant();
    }

    private static List<AgentId> participants(CoordinationState state, Charter charter, Meeting meeting) {
        var dependent = new TreeSet<AgentId>();
        Waits.of(state).forEach(wait -> {
            dependent.add(wait.waiting());
            dependent.add(wait.waitedFor());
        });
        return members(state, charter).stream()
                .filter(agent -> meeting.attendance() == Attendance.ALL || dependent.contains(agent))
                .toList();
    }

    private static List<AgentId> members(CoordinationState state, Charter charter) {
        var members = charter.members().stream().map(Charter.Member::id);
        var owners = state.run().plan().steps().stream().flatMap(step -> step.owners().stream());
        return Stream.concat(members, owners).distinct().toList();
    }
}

package muster.coordination;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import muster.plan.Attendance;
import muster.plan.ItemId;
import muster.plan.Meeting;

/// The three daily meetings. Times, lengths and agendas are those of the charter, or else those of seed 004.
public enum MeetingKind {
    /// The first meeting of the day that all take part in.
    STANDUP,
    /// The meeting of those who wait for each other.
    SYNC,
    /// The last meeting of the day that all take part in.
    EOD;

    /// The meeting of this kind in a charter.
    public Meeting in(Charter charter) {
        var standard = standard();
        var held = charter.meetings().stream()
                .filter(meeting -> meeting.attendance() == standard.attendance())
                .toList();
        var found = switch (this) {
            case STANDUP, SYNC -> held.stream().min(Comparator.comparing(Meeting::at));
            case EOD -> held.stream().max(Comparator.comparing(Meeting::at)).filter(_ -> held.size() > 1);
        };
        return found.orElse(standard);
    }

    private Meeting standard() {
        var quarter = Duration.ofMinutes(15);
        return switch (this) {
            case STANDUP -> {
                var agenda = List.of("Yesterday's progress", "Today's plan", "Blockers", "Cross-agent dependencies");
                yield meeting(new ItemId("standup"), "Daily Standup", 9, agenda).apply(Attendance.ALL, quarter);
            }
            case SYNC -> {
                var agenda = List.of("Hand-off preparation", "Dependency verification", "Issue resolution");
                yield meeting(new ItemId("sync"), "Dependency Sync", 14, agenda)
                        .apply(Attendance.CROSS_DEPENDENT, quarter.multipliedBy(2));
            }
            case EOD -> {
                var agenda = List.of("Completion status", "Tomorrow's priorities", "Risk assessment");
                yield meeting(new ItemId("eod"), "EOD Review", 18, agenda).apply(Attendance.ALL, quarter);
            }
        };
    }

    private static BiFunction<Attendance, Duration, Meeting> meeting(
            ItemId id, String title, int hour, List<String> agenda) {
        return (who, length) ->
                new Meeting(id, title, LocalTime.of(hour, 0), ZoneId.of("UTC"), length, who, agenda, null);
    }
}

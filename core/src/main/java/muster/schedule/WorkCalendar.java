package muster.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Agent;
import muster.plan.Calendar;
import muster.plan.DateRange;
import muster.plan.SpecialDay;
import muster.plan.TimeSpan;
import muster.plan.WorkingHours;
import org.jspecify.annotations.Nullable;

/// When one agent works: the agent's calendar with the agent's own days laid over it.
///
/// @param hours per weekday; none at all means round the clock
/// @param special days with hours of their own, above everything else
record WorkCalendar(
        ZoneId zone,
        List<WorkingHours> hours,
        Set<LocalDate> holidays,
        List<DateRange> daysOff,
        Map<LocalDate, List<TimeSpan>> special) {

    /// Null if the agent works round the clock every day.
    static @Nullable WorkCalendar of(Agent agent, @Nullable Calendar calendar) {
        var own = agent.availability();
        if (calendar == null) {
            return own.daysOff().isEmpty() && own.exceptions().isEmpty()
                    ? null
                    : new WorkCalendar(ZoneOffset.UTC, List.of(), Set.of(), own.daysOff(), special(own.exceptions()));
        }
        var special = Stream.concat(calendar.exceptions().stream(), own.exceptions().stream())
                .toList();
        var closed = own.daysOff();
        return new WorkCalendar(
                calendar.zone(),
                calendar.hours(),
                Set.copyOf(calendar.holidays()),
                closed,
                special(special.stream()
                        .filter(day -> own.exceptions().contains(day) || !within(closed, day.day()))
                        .toList()));
    }

    /// The calendar alone.
    static WorkCalendar of(Calendar calendar) {
        return new WorkCalendar(
                calendar.zone(),
                calendar.hours(),
                Set.copyOf(calendar.holidays()),
                List.of(),
                special(calendar.exceptions()));
    }

    /// True if no weekday's hours count that day.
    boolean isClosed(LocalDate day) {
        return holidays.contains(day) || within(daysOff, day);
    }

    private static boolean within(List<DateRange> ranges, LocalDate day) {
        return ranges.stream().anyMatch(range -> range.contains(day));
    }

    /// The last word on a day counts.
    private static Map<LocalDate, List<TimeSpan>> special(List<SpecialDay> days) {
        return days.stream().collect(Collectors.toMap(SpecialDay::day, SpecialDay::hours, (_, later) -> later));
    }
}

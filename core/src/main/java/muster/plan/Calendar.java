package muster.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// When work is done: spans per weekday in a time zone, less holidays. No spans at all means round the clock.
///
/// @param exceptions days with hours of their own, in place of all that
public record Calendar(
        CalendarId id, ZoneId zone, List<WorkingHours> hours, List<LocalDate> holidays, List<SpecialDay> exceptions) {
    public Calendar {
        hours = List.copyOf(hours);
        holidays = holidays.stream().sorted().distinct().toList();
        exceptions = List.copyOf(exceptions);
    }

    /// Without exceptions.
    public Calendar(CalendarId id, ZoneId zone, List<WorkingHours> hours, List<LocalDate> holidays) {
        this(id, zone, hours, holidays, List.of());
    }
}

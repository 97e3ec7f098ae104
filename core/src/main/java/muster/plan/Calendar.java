package muster.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// When work is done: spans per weekday in a time zone, less holidays. No spans at all means round the clock.
public record Calendar(CalendarId id, ZoneId zone, List<WorkingHours> hours, List<LocalDate> holidays) {
    public Calendar {
        hours = List.copyOf(hours);
        holidays = holidays.stream().sorted().distinct().toList();
    }
}

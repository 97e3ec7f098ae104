package muster.plan;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// A span of working time on some days of the week, local to the calendar's zone; `until` 00:00 means the end of the
/// day.
public record WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    public WorkingHours {
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException("working hours must end after they begin, got " + from + "-" + until
                    + "; what goes past midnight is two spans, one until 00:00 and one from 00:00");
        }
    }
}

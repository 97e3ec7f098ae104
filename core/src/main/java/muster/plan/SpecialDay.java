package muster.plan;

import java.time.LocalDate;
import java.util.List;

/// A day that has hours of its own, in place of those of its weekday and even if it is a holiday.
///
/// @param hours when work is done that day; none at all closes it
public record SpecialDay(LocalDate day, List<TimeSpan> hours) {
    public SpecialDay {
        hours = List.copyOf(hours);
    }
}

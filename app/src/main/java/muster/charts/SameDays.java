package muster.charts;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.DateRange;
import muster.plan.SpecialDay;
import muster.plan.TimeSpan;

/// Days in a row with the same hours.
record SameDays(DateRange days, List<TimeSpan> hours) {
    SameDays {
        hours = List.copyOf(hours);
    }

    static SameDays of(SpecialDay day) {
        return new SameDays(new DateRange(day.day(), day.day()), day.hours());
    }

    static SameDays closed(LocalDate day) {
        return new SameDays(new DateRange(day, day), List.of());
    }

    /// Adds days to earlier ones; those in a row with the same hours are put together.
    static void append(List<SameDays> found, SameDays next) {
        boolean goesOn = !found.isEmpty()
                && found.getLast().days().last().plusDays(1).equals(next.days().first())
                && found.getLast().hours().equals(next.hours());
        var from = goesOn ? found.removeLast().days().first() : next.days().first();
        found.add(new SameDays(new DateRange(from, next.days().last()), next.hours()));
    }

    /// What of them comes after a day.
    Stream<SameDays> after(LocalDate day) {
        var from = days.first().isAfter(day) ? days.first() : day.plusDays(1);
        return days.last().isBefore(from)
                ? Stream.empty()
                : Stream.of(new SameDays(new DateRange(from, days.last()), hours));
    }
}

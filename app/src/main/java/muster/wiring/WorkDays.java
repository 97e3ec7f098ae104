package muster.wiring;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// Working time from Monday to Friday, 09:00 to 17:00 UTC, counted from a first day.
record WorkDays(LocalDate first) {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    static boolean isWorkday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    static boolean isOpen(Instant at) {
        var time = at.atZone(ZoneOffset.UTC).toLocalTime();
        return isWorkday(day(at)) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }

    /// When working time begins next, strictly later.
    static Instant nextOpening(Instant at) {
        var date = day(at);
        var today = date.atTime(OPENS).toInstant(ZoneOffset.UTC);
        var next = at.isBefore(today) ? date : date.plusDays(1);
        while (!isWorkday(next)) {
            next = next.plusDays(1);
        }
        return next.atTime(OPENS).toInstant(ZoneOffset.UTC);
    }

    /// When as much working time has passed.
    static Instant plus(Instant from, Duration work) {
        var at = isOpen(from) ? from : nextOpening(from);
        var left = work;
        var closes = day(at).atTime(CLOSES).toInstant(ZoneOffset.UTC);
        while (at.plus(left).isAfter(closes)) {
            left = left.minus(Duration.between(at, closes));
            at = nextOpening(closes);
            closes = day(at).atTime(CLOSES).toInstant(ZoneOffset.UTC);
        }
        return at.plus(left);
    }

    /// Working time between two instants.
    static Duration between(Instant from, Instant to) {
        var sum = Duration.ZERO;
        var at = isOpen(from) ? from : nextOpening(from);
        while (at.isBefore(to)) {
            var closes = day(at).atTime(CLOSES).toInstant(ZoneOffset.UTC);
            sum = sum.plus(Duration.between(at, closes.isBefore(to) ? closes : to));
            at = nextOpening(closes);
        }
        return sum;
    }

    /// The number of a workday, the first being 1; weekends count as the Friday before.
    int number(Instant at) {
        var number = 0;
        for (var date = first; !date.isAfter(day(at)); date = date.plusDays(1)) {
            number += isWorkday(date) ? 1 : 0;
        }
        return number;
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}

package muster.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import muster.plan.Calendar;
import muster.plan.WorkingHours;

/// The spans of one day on which a calendar is open: the instants whose local time lies inside working hours. An hour
/// that a change of clocks repeats is worked twice, one that it skips is not worked.
final class OpenSpans {
    /// A span in seconds since the epoch; `until` is outside.
    record Span(long from, long until) {}

    private OpenSpans() {}

    /// The spans inside `within`, in order, not touching each other.
    static List<Span> of(Calendar calendar, Span within) {
        var spans = new ArrayList<Span>();
        var last = date(calendar, within.until());
        for (var day = date(calendar, within.from()); !day.isAfter(last); day = day.plusDays(1)) {
            if (!calendar.holidays().contains(day)) {
                addDay(calendar, day, spans);
            }
        }
        return merged(intersection(spans, List.of(within)));
    }

    /// The parts that lie in both.
    static List<Span> intersection(List<Span> some, List<Span> others) {
        var common = new ArrayList<Span>();
        for (var a : some) {
            for (var b : others) {
                add(common, Math.max(a.from, b.from), Math.min(a.until, b.until));
            }
        }
        return common;
    }

    private static LocalDate date(Calendar calendar, long second) {
        return Instant.ofEpochSecond(second).atZone(calendar.zone()).toLocalDate();
    }

    private static void addDay(Calendar calendar, LocalDate day, List<Span> spans) {
        var from = day.atStartOfDay(calendar.zone());
        var until = day.plusDays(1).atStartOfDay(calendar.zone());
        if (calendar.hours().isEmpty()) {
            add(spans, from.toEpochSecond(), until.toEpochSecond());
            return;
        }
        while (from.isBefore(until)) {
            var change = calendar.zone().getRules().nextTransition(from.toInstant());
            var next = change == null ? until : earlier(change.getInstant().atZone(calendar.zone()), until);
            addHours(calendar, from, next, spans);
            from = next;
        }
    }

    private static ZonedDateTime earlier(ZonedDateTime a, ZonedDateTime b) {
        return a.isBefore(b) ? a : b;
    }

    /// Working hours between two instants of one day with one offset from UTC, that of the first.
    private static void addHours(Calendar calendar, ZonedDateTime from, ZonedDateTime until, List<Span> spans) {
        var day = from.toLocalDate();
        for (WorkingHours hours : calendar.hours()) {
            if (hours.days().contains(day.getDayOfWeek())) {
                boolean toMidnight = hours.until().equals(LocalTime.MIDNIGHT);
                var end = toMidnight ? day.plusDays(1).atStartOfDay() : day.atTime(hours.until());
                long opening = day.atTime(hours.from()).toEpochSecond(from.getOffset());
                long closing = end.toEpochSecond(from.getOffset());
                add(spans, Math.max(from.toEpochSecond(), opening), Math.min(until.toEpochSecond(), closing));
            }
        }
    }

    private static void add(List<Span> spans, long from, long until) {
        if (from < until) {
            spans.add(new Span(from, until));
        }
    }

    private static List<Span> merged(List<Span> spans) {
        var merged = new ArrayList<Span>();
        for (var span :
                spans.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
            if (!merged.isEmpty() && merged.getLast().until >= span.from) {
                var last = merged.removeLast();
                merged.add(new Span(last.from, Math.max(last.until, span.until)));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}

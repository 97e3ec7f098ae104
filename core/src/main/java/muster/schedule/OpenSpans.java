package muster.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import muster.plan.TimeSpan;
import org.jspecify.annotations.Nullable;

/// The spans of days on which a calendar is open: the instants whose local time lies inside working hours. An hour that
/// a change of clocks repeats is worked twice, one that it skips is not worked.
final class OpenSpans {
    private static final TimeSpan WHOLE_DAY = new TimeSpan(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /// A span in seconds since the epoch; `until` is outside.
    record Span(long from, long until) {}

    private OpenSpans() {}

    /// The spans inside `within`, in order, not touching each other.
    static List<Span> of(WorkCalendar calendar, Span within) {
        var spans = new ArrayList<Span>();
        var last = date(calendar, within.until());
        for (var day = date(calendar, within.from()); !day.isAfter(last); day = day.plusDays(1)) {
            addDay(calendar, day, spans);
        }
        return merged(intersection(spans, List.of(within)));
    }

    /// The parts that lie in both; each list in order without overlaps.
    static List<Span> intersection(List<Span> some, List<Span> others) {
        var common = new ArrayList<Span>();
        int first = 0;
        for (var a : some) {
            while (first < others.size() && others.get(first).until <= a.from) {
                first++;
            }
            for (int b = first; b < others.size() && others.get(b).from < a.until; b++) {
                add(common, Math.max(a.from, others.get(b).from), Math.min(a.until, others.get(b).until));
            }
        }
        return common;
    }

    private static LocalDate date(WorkCalendar calendar, long second) {
        return Instant.ofEpochSecond(second).atZone(calendar.zone()).toLocalDate();
    }

    /// Hours of the day itself, in order.
    private static List<TimeSpan> hours(WorkCalendar calendar, LocalDate day) {
        @Nullable List<TimeSpan> special = calendar.special().get(day);
        if (special != null || calendar.isClosed(day)) {
            return special == null ? List.of() : special;
        }
        return calendar.hours().isEmpty()
                ? List.of(WHOLE_DAY)
                : calendar.hours().stream()
                        .filter(hours -> hours.days().contains(day.getDayOfWeek()))
                        .map(hours -> new TimeSpan(hours.from(), hours.until()))
                        .toList();
    }

    private static void addDay(WorkCalendar calendar, LocalDate day, List<Span> spans) {
        var hours = hours(calendar, day);
        var from = day.atStartOfDay(calendar.zone());
        var until = day.plusDays(1).atStartOfDay(calendar.zone());
        var today = new ArrayList<Span>();
        while (from.isBefore(until)) {
            var change = calendar.zone().getRules().nextTransition(from.toInstant());
            var next = change == null ? until : earlier(change.getInstant().atZone(calendar.zone()), until);
            for (var each : hours) {
                addHours(each, from, next, today);
            }
            from = next;
        }
        spans.addAll(merged(today));
    }

    private static ZonedDateTime earlier(ZonedDateTime a, ZonedDateTime b) {
        return a.isBefore(b) ? a : b;
    }

    /// Working hours between two instants of one day with one offset from UTC, that of the first.
    private static void addHours(TimeSpan hours, ZonedDateTime from, ZonedDateTime until, List<Span> spans) {
        var day = from.toLocalDate();
        boolean toMidnight = hours.until().equals(LocalTime.MIDNIGHT);
        var end = toMidnight ? day.plusDays(1).atStartOfDay() : day.atTime(hours.until());
        long opening = day.atTime(hours.from()).toEpochSecond(from.getOffset());
        long closing = end.toEpochSecond(from.getOffset());
        add(spans, Math.max(from.toEpochSecond(), opening), Math.min(until.toEpochSecond(), closing));
    }

    private static void add(List<Span> spans, long from, long until) {
        if (from < until) {
            spans.add(new Span(from, until));
        }
    }

    /// Spans in order; those that touch become one.
    static List<Span> merged(List<Span> spans) {
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

package muster.charts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import muster.plan.Calendar;
import muster.plan.DateRange;
import muster.plan.TimeSpan;
import muster.schedule.OpenHours;

/// Days of one zone, and what calendars of any zone have open on them. An hour that the zone's clocks skip is
/// closed, one that they show twice is open if it is either time.
///
/// @param days those looked at
record LocalDays(ZoneId zone, DateRange days) {
    private static final LocalTime END = LocalTime.MIDNIGHT;

    /// The open hours of each day, no span touching the next.
    Map<LocalDate, List<TimeSpan>> hours(Calendar calendar) {
        Map<LocalDate, List<TimeSpan>> open = new TreeMap<>();
        days.first().datesUntil(days.last().plusDays(1)).forEach(day -> open.put(day, new ArrayList<>()));
        var from = days.first().atStartOfDay(zone).toInstant();
        var until = days.last().plusDays(1).atStartOfDay(zone).toInstant();
        for (var span : OpenHours.of(List.of(calendar), from, until)) {
            var at = Instant.ofEpochSecond(span.from());
            var end = Instant.ofEpochSecond(span.until());
            while (at.isBefore(end)) {
                var cut = earliest(end, nextBreak(at));
                add(open, at, cut);
                at = cut;
            }
        }
        return open;
    }

    /// The end of the day, or an earlier change of the clocks.
    private Instant nextBreak(Instant at) {
        var midnight =
                at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        var change = zone.getRules().nextTransition(at);
        return change == null ? midnight : earliest(midnight, change.getInstant());
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /// The end is in local time of what came before it.
    private void add(Map<LocalDate, List<TimeSpan>> open, Instant at, Instant end) {
        var from = at.atZone(zone).toLocalDateTime();
        var until = end.atOffset(zone.getRules().getOffset(at)).toLocalTime();
        merge(open.getOrDefault(from.toLocalDate(), new ArrayList<>()), new TimeSpan(from.toLocalTime(), until));
    }

    /// Adds a span to those of a day, of which it touches at most the last.
    static void merge(List<TimeSpan> spans, TimeSpan next) {
        if (!spans.isEmpty() && reaches(spans.getLast(), next.from())) {
            var last = spans.removeLast();
            spans.add(new TimeSpan(first(last.from(), next.from()), last(last.until(), next.until())));
        } else {
            spans.add(next);
        }
    }

    private static boolean reaches(TimeSpan span, LocalTime time) {
        return span.until().equals(END) || !time.isAfter(span.until());
    }

    private static LocalTime first(LocalTime a, LocalTime b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalTime last(LocalTime a, LocalTime b) {
        return a.equals(END) || b.equals(END) ? END : first(a, b).equals(a) ? b : a;
    }

    /// The days whose hours differ from what is usual on them.
    static List<SameDays> differing(Map<LocalDate, List<TimeSpan>> hours, Function<LocalDate, List<TimeSpan>> usual) {
        var found = new ArrayList<SameDays>();
        hours.forEach((day, spans) -> {
            if (!spans.equals(usual.apply(day))) {
                SameDays.append(found, new SameDays(new DateRange(day, day), spans));
            }
        });
        return found;
    }
}

package muster.schedule;

import java.time.Instant;
import java.util.List;
import muster.plan.Calendar;

/// When all of some calendars are open, laid out for those who compute with many times.
public final class OpenHours {
    private OpenHours() {}

    /// A stretch of open time; `until` is outside. Times are seconds since the epoch.
    public record Span(long from, long until) {}

    /// The open time between two instants, in order, no span touching the next. No calendars at all are always open.
    public static List<Span> of(List<Calendar> calendars, Instant from, Instant until) {
        var within = new OpenSpans.Span(Model.second(from), Model.second(until));
        var open = List.of(within);
        for (var calendar : calendars) {
            open = OpenSpans.intersection(open, OpenSpans.of(WorkCalendar.of(calendar), within));
        }
        return open.stream().map(span -> new Span(span.from(), span.until())).toList();
    }
}

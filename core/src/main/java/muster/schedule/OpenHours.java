package muster.schedule;

import java.time.Instant;
import java.util.ArrayList;
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
            open = intersection(open, OpenSpans.of(calendar, within));
        }
        return open.stream().map(span -> new Span(span.from(), span.until())).toList();
    }

    /// Both lists are in order, so one walk along them suffices.
    private static List<OpenSpans.Span> intersection(List<OpenSpans.Span> some, List<OpenSpans.Span> others) {
        var common = new ArrayList<OpenSpans.Span>();
        for (int a = 0, b = 0; a < some.size() && b < others.size(); ) {
            long from = Math.max(some.get(a).from(), others.get(b).from());
            long until = Math.min(some.get(a).until(), others.get(b).until());
            if (from < until) {
                common.add(new OpenSpans.Span(from, until));
            }
            boolean first = some.get(a).until() <= others.get(b).until();
            a += first ? 1 : 0;
            b += first ? 0 : 1;
        }
        return common;
    }
}

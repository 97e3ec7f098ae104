package muster.schedule;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import muster.plan.Calendar;
import muster.schedule.OpenSpans.Span;

/// The time during which all of some calendars are open, as spans with running totals, so that working time and clock
/// time convert into each other by binary search. It is laid out month by month, as far as it is asked for. Times are
/// seconds since the epoch.
final class OpenTime {
    private static final long STRETCH = Duration.ofDays(28).toSeconds();

    /// A team that has not worked for two years is taken to work never.
    private static final int IDLE_STRETCHES = 26;

    private final List<Calendar> calendars;
    private long laidOut;
    private int count;
    private long[] opens = new long[8];
    private long[] closes = new long[8];
    private long[] before = new long[8];

    /// No calendars at all means round the clock.
    OpenTime(List<Calendar> calendars, long origin) {
        this.calendars = List.copyOf(calendars);
        this.laidOut = origin;
    }

    /// False if the calendars do not open in the two years after the origin.
    boolean everOpens() {
        return count > 0 || layOut();
    }

    /// The first instant, this one or later, that is open.
    long nextOpen(long time) {
        int span = firstClosingAfter(time);
        return Math.max(time, opens[span]);
    }

    /// When as much work is done as there is open time in `work`, beginning at `start`.
    long finish(long start, long work) {
        if (work == 0) {
            return start;
        }
        long target = worked(start) + work;
        int span = firstReaching(target);
        return opens[span] + target - before[span];
    }

    /// The latest start from which the work is finished by `finish`.
    long latestStart(long finish, long work) {
        if (work == 0) {
            return finish;
        }
        long target = worked(finish) - work;
        int span = firstReaching(target + 1);
        return opens[span] + target - before[span];
    }

    /// The last instant, this one or earlier, that is open; there must be one.
    long lastOpen(long time) {
        while (laidOut <= time) {
            layOutOrFail();
        }
        int found = Arrays.binarySearch(opens, 0, count, time);
        int span = found >= 0 ? found : -found - 2;
        return Math.min(time, closes[span] - 1);
    }

    /// Open time between two instants.
    long between(long from, long until) {
        return worked(until) - worked(from);
    }

    /// Open time from the origin to the instant.
    private long worked(long time) {
        while (laidOut <= time) {
            layOutOrFail();
        }
        int found = Arrays.binarySearch(opens, 0, count, time);
        int span = found >= 0 ? found : -found - 2;
        return span < 0 ? 0 : before[span] + Math.min(time, closes[span]) - opens[span];
    }

    private int firstClosingAfter(long time) {
        while (count == 0 || closes[count - 1] <= time) {
            layOutOrFail();
        }
        int found = Arrays.binarySearch(closes, 0, count, time);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int firstReaching(long target) {
        while (count == 0 || before[count - 1] + closes[count - 1] - opens[count - 1] < target) {
            layOutOrFail();
        }
        int found = Arrays.binarySearch(before, 0, count, target);
        return Math.max(0, found >= 0 ? found - 1 : -found - 2);
    }

    private void layOutOrFail() {
        if (!layOut()) {
            throw new IllegalStateException("calendars never open together: " + calendars);
        }
    }

    /// True if some stretch of the next two years is open; lays out up to there.
    private boolean layOut() {
        for (int stretch = 0; stretch < IDLE_STRETCHES; stretch++) {
            var next = new Span(laidOut, laidOut + STRETCH);
            laidOut = next.until();
            var open = open(next);
            open.forEach(this::append);
            if (!open.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private List<Span> open(Span within) {
        var common = List.of(within);
        for (var calendar : calendars) {
            common = OpenSpans.intersection(common, OpenSpans.of(calendar, within));
        }
        return common;
    }

    private void append(Span span) {
        if (count > 0 && closes[count - 1] == span.from()) {
            closes[count - 1] = span.until();
            return;
        }
        if (count == opens.length) {
            opens = Arrays.copyOf(opens, 2 * count);
            closes = Arrays.copyOf(closes, 2 * count);
            before = Arrays.copyOf(before, 2 * count);
        }
        before[count] = count == 0 ? 0 : before[count - 1] + closes[count - 1] - opens[count - 1];
        opens[count] = span.from();
        closes[count] = span.until();
        count++;
    }
}

package muster.schedule;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import muster.schedule.OpenSpans.Span;
import org.jspecify.annotations.Nullable;

/// The time during which all of some calendars are open, as spans with running totals, so that working time and clock
/// time convert into each other by binary search. It is laid out month by month, as far as it is asked for. Times are
/// seconds since the epoch. Before its origin all time counts as open, so that what would have had to be done before
/// the project has a place too.
final class OpenTime {
    private static final long STRETCH = Duration.ofDays(28).toSeconds();

    /// A team that has not worked for two years is taken to work never.
    private static final int IDLE_STRETCHES = 26;

    /// Tries to fit unbroken work into one turn after the other: two years of days.
    private static final int MOST_TURNS = 731;

    private final List<WorkCalendar> calendars;
    private final @Nullable Turn turn;
    private final long origin;
    private final boolean always;
    private long laidOut;
    private int count;

    /// A stretch of 18 hours mostly has one or two openings.
    private final Increasing opens = new Increasing(16);

    /// The last question and its answer: the next is often the same.
    private long asked = Long.MIN_VALUE;

    private int found;

    private long[] closes = new long[8];

    /// Open time before each span; in 4 hours of it mostly one or two spans begin.
    private final Increasing before = new Increasing(14);

    /// No calendars at all means round the clock.
    ///
    /// @param turn days outside of which it is closed; null if there is no such rule
    OpenTime(List<WorkCalendar> calendars, @Nullable Turn turn, long origin) {
        this.calendars = List.copyOf(calendars);
        this.turn = turn;
        this.origin = origin;
        this.always = calendars.isEmpty() && turn == null;
        this.laidOut = origin;
    }

    /// True if it is round the clock, every day.
    boolean isAlways() {
        return always;
    }

    /// True if something that is held goes from agent to agent.
    boolean isInTurns() {
        return turn != null;
    }

    /// The open time within a span, in order, no span touching the next.
    List<Span> spans(Span within) {
        return OpenSpans.merged(open(within));
    }

    /// False if it does not open in the two years after the origin.
    boolean everOpens() {
        return always || count > 0 || layOut();
    }

    /// False if work of that length that must not be broken fits into no turn.
    boolean everFits(long work) {
        if (turn == null) {
            return true;
        }
        long start = startUnbroken(origin, work);
        return finish(start, work) <= turn.endOfDay(start);
    }

    /// The first instant, this one or later, that is open; if there are turns, from which the work fits into one.
    long start(long time, long work) {
        return turn == null || work == 0 ? nextOpen(time) : startUnbroken(time, work);
    }

    /// The end of the turn that an instant lies in; without turns there is none.
    long endOfTurn(long time) {
        return turn == null ? Long.MAX_VALUE : turn.endOfDay(time);
    }

    /// True if something that goes from agent to agent is somebody else's at that instant.
    boolean isOthersTurn(long time) {
        return turn != null && !turn.isMine(time);
    }

    private long startUnbroken(long time, long work) {
        var days = Objects.requireNonNull(turn);
        long start = nextOpen(time);
        for (int tried = 0; tried < MOST_TURNS && finish(start, work) > days.endOfDay(start); tried++) {
            start = nextOpen(days.endOfDay(start));
        }
        return start;
    }

    /// The latest start from which the work is finished by `finish` and, if there are turns, within one.
    long latestUnbroken(long finish, long work) {
        long begin = latestStart(finish, work);
        for (int tried = 0; turn != null && tried < MOST_TURNS && finish(begin, work) > turn.endOfDay(begin); tried++) {
            begin = latestStart(turn.endOfDay(begin), work);
        }
        return begin;
    }

    /// The first instant, this one or later, that is open.
    long nextOpen(long time) {
        if (always || time < origin) {
            return time;
        }
        int span = firstClosingAfter(time);
        return Math.max(time, opens.get(span));
    }

    /// When as much work is done as there is open time in `work`, beginning at `start`.
    long finish(long start, long work) {
        return work == 0 ? start : first(worked(start) + work);
    }

    /// The latest start from which the work is finished by `finish`.
    long latestStart(long finish, long work) {
        return work == 0 ? finish : last(worked(finish) - work);
    }

    /// The last finish of work that starts by `start`.
    long lastFinish(long start, long work) {
        return work == 0 ? start : last(worked(start) + work);
    }

    /// The last instant, this one or earlier, that is open; there must be one.
    long lastOpen(long time) {
        if (always || time < origin) {
            return time;
        }
        int span = lastOpeningUntil(time);
        return span < 0 ? origin - 1 : Math.min(time, closes[span] - 1);
    }

    /// Open time between two instants; negative if the second comes first.
    long between(long from, long until) {
        return from == until ? 0 : worked(until) - worked(from);
    }

    /// An instant moved by working time, forward or back: the first at which that much has passed.
    long moved(long time, long work) {
        return work == 0 ? time : first(worked(time) + work);
    }

    /// The last instant which, moved by the working time, is not later than `time`.
    long movedBack(long time, long work) {
        return work == 0 ? time : last(worked(time) - work);
    }

    /// Open time from the origin to the instant.
    long worked(long time) {
        if (always || time < origin) {
            return time - origin;
        }
        int span = lastOpeningUntil(time);
        return span < 0 ? 0 : before.get(span) + Math.min(time, closes[span]) - opens.get(span);
    }

    /// The first instant by which that much has been worked.
    private long first(long target) {
        if (always || target <= 0) {
            return origin + target;
        }
        int span = firstReaching(target);
        return opens.get(span) + target - before.get(span);
    }

    /// The last instant until which no more than that has been worked.
    private long last(long target) {
        if (always || target < 0) {
            return origin + target;
        }
        int span = firstReaching(target + 1);
        return opens.get(span) + target - before.get(span);
    }

    private int lastOpeningUntil(long time) {
        while (laidOut <= time) {
            layOutOrFail();
        }
        return span(time);
    }

    private int span(long time) {
        if (time != asked) {
            found = opens.lastAtMost(time);
            asked = time;
        }
        return found;
    }

    private int firstClosingAfter(long time) {
        while (count == 0 || closes[count - 1] <= time) {
            layOutOrFail();
        }
        int span = span(time);
        return span >= 0 && closes[span] > time ? span : span + 1;
    }

    private int firstReaching(long target) {
        while (count == 0 || beforeEnd() < target) {
            layOutOrFail();
        }
        return Math.max(0, before.lastAtMost(target - 1));
    }

    /// Open time before the end of the last span.
    private long beforeEnd() {
        return before.get(count - 1) + closes[count - 1] - opens.get(count - 1);
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
        var common = turn == null ? List.of(within) : turn.days(within);
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
        before.add(count == 0 ? 0 : beforeEnd());
        opens.add(span.from());
        if (count == closes.length) {
            closes = Arrays.copyOf(closes, 2 * count);
        }
        closes[count] = span.until();
        count++;
    }
}

package muster.risk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import muster.schedule.OpenHours;

/// Open time and clock time, converted in constant time: for each stretch of 2^12 seconds a table says where to look.
/// Times are seconds from the network's start and lie before the horizon.
final class WorkAxis {
    private static final int BUCKET_BITS = 12;
    private static final int DAY = 86_400;

    /// Work that fits into none of so many turns is begun in the first.
    private static final int MOST_TURNS = 16;

    private final int[] opens;
    private final int[] closes;
    private final int[] before;
    private final int[] spanAt;
    private final int[] spanWorked;
    private final boolean turns;
    private final int sinceMidnight;

    /// What an opening has between the network's start and the horizon.
    static WorkAxis of(Opening opening, Instant start, int horizon) {
        return new WorkAxis(
                opening, opening.between(start, start.plusSeconds(horizon)), start.getEpochSecond(), horizon);
    }

    private WorkAxis(Opening opening, List<OpenHours.Span> spans, long start, int horizon) {
        turns = opening.isInTurns();
        sinceMidnight = Math.floorMod(start, DAY);
        int count = spans.size();
        opens = spans.stream()
                .mapToInt(span -> Math.toIntExact(span.from() - start))
                .toArray();
        closes = spans.stream()
                .mapToInt(span -> Math.toIntExact(span.until() - start))
                .toArray();
        before = new int[count + 1];
        for (int span = 0; span < count; span++) {
            before[span + 1] = before[span] + closes[span] - opens[span];
        }
        spanAt = firstReaching(closes, horizon, 1);
        spanWorked = firstReaching(Arrays.copyOfRange(before, 1, count + 1), before[count], 0);
    }

    /// True if the work can be begun at an instant and is finished before the horizon.
    boolean fits(long start, long work) {
        return closes.length > 0
                && start < closes[closes.length - 1]
                && worked(Math.toIntExact(start)) + work < before[before.length - 1];
    }

    /// The first instant, this one or later, that is open.
    int open(int time) {
        return Math.max(time, opens[span(time)]);
    }

    /// The first instant, this one or later, that is open; in turns, from which the work fits into one.
    int start(int time, int work) {
        int begin = open(time);
        if (!turns || work == 0) {
            return begin;
        }
        int start = begin;
        for (int turn = 0; turn < MOST_TURNS && fits(start, work); turn++) {
            int end = endOfDay(start);
            if (finish(start, work) <= end) {
                return start;
            }
            start = fits(end, 0) ? open(end) : end;
        }
        return begin;
    }

    /// A finish that no work up to this much, begun by an instant, exceeds.
    int latestFinish(int time, int work) {
        int latest = finish(time, work);
        if (!turns) {
            return latest;
        }
        int longest = 0;
        int start = open(time);
        for (int turn = 0; turn < MOST_TURNS && longest < work && fits(start, 0); turn++) {
            int end = endOfDay(start);
            int room = (fits(end, 0) ? worked(end) : before[closes.length]) - worked(start);
            latest = room > longest ? Math.max(latest, end) : latest;
            longest = Math.max(longest, room);
            start = fits(end, 0) ? open(end) : end;
        }
        return latest;
    }

    private int endOfDay(int time) {
        return (time + sinceMidnight) / DAY * DAY + DAY - sinceMidnight;
    }

    /// When as many open seconds have passed as the work takes.
    int finish(int start, int work) {
        if (work == 0) {
            return start;
        }
        return atWorked(worked(start) + work);
    }

    /// The latest start with which the work is finished by an instant; not before the network's start.
    int latestStart(int finish, int work) {
        if (work == 0) {
            return finish;
        }
        int worked = Math.max(0, worked(finish) - work);
        int span = spanWorked[worked >>> BUCKET_BITS];
        while (before[span + 1] <= worked) {
            span++;
        }
        return opens[span] + worked - before[span];
    }

    private int worked(int time) {
        int span = span(time);
        return before[span] + Math.max(0, time - opens[span]);
    }

    private int atWorked(int worked) {
        int span = spanWorked[worked >>> BUCKET_BITS];
        while (before[span + 1] < worked) {
            span++;
        }
        return opens[span] + worked - before[span];
    }

    /// The first span that ends after an instant.
    private int span(int time) {
        int span = spanAt[time >>> BUCKET_BITS];
        while (closes[span] <= time) {
            span++;
        }
        return span;
    }

    /// For each bucket the first span whose end is at least `more` beyond the bucket's begin.
    private static int[] firstReaching(int[] ends, int horizon, int more) {
        var first = new int[(horizon >>> BUCKET_BITS) + 1];
        int span = 0;
        for (int bucket = 0; bucket < first.length; bucket++) {
            while (span < ends.length - 1 && ends[span] < ((long) bucket << BUCKET_BITS) + more) {
                span++;
            }
            first[bucket] = span;
        }
        return first;
    }
}

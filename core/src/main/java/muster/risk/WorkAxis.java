package muster.risk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import muster.schedule.OpenHours;

/// Open time and clock time, converted in constant time: for each stretch of 2^12 seconds a table says where to look.
/// Times are seconds from the network's start and lie before the horizon.
final class WorkAxis {
    private static final int BUCKET_BITS = 12;

    private final int[] opens;
    private final int[] closes;
    private final int[] before;
    private final int[] spanAt;
    private final int[] spanWorked;

    /// What an opening has between the network's start and the horizon.
    static WorkAxis of(Opening opening, Instant start, int horizon) {
        return new WorkAxis(opening.between(start, start.plusSeconds(horizon)), start.getEpochSecond(), horizon);
    }

    private WorkAxis(List<OpenHours.Span> spans, long start, int horizon) {
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

package muster.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.Calendar;
import muster.schedule.OpenHours;
import org.jspecify.annotations.Nullable;

/// Counts time as a calendar does.
final class WorkingTime {
    private static final Duration STRETCH = Duration.ofDays(28);

    /// A calendar that has not opened for two years is taken to be closed for good, as schedules do.
    private static final int MOST_STRETCHES = 26;

    private WorkingTime() {}

    /// When so much working time has passed; without a calendar all time counts. A calendar that stays closed for two
    /// years counts as none.
    static Instant after(@Nullable Calendar calendar, Instant from, Duration work) {
        if (calendar == null) {
            return from.plus(work);
        }
        var left = work.toSeconds();
        var begin = from;
        for (var stretch = 0; stretch < MOST_STRETCHES; stretch++) {
            var spans = OpenHours.of(List.of(calendar), begin, begin.plus(STRETCH));
            var open = open(spans);
            if (open >= left) {
                return Instant.ofEpochSecond(reached(spans, left));
            }
            left -= open;
            begin = begin.plus(STRETCH);
        }
        return from.plus(work);
    }

    /// How much working time lies between two instants; none if the later one comes first. Without a calendar all time
    /// counts.
    static Duration between(@Nullable Calendar calendar, Instant from, Instant until) {
        if (!until.isAfter(from)) {
            return Duration.ZERO;
        }
        return calendar == null || from.getEpochSecond() == until.getEpochSecond()
                ? Duration.between(from, until)
                : Duration.ofSeconds(open(OpenHours.of(List.of(calendar), from, until)));
    }

    private static long open(List<OpenHours.Span> spans) {
        return spans.stream().mapToLong(span -> span.until() - span.from()).sum();
    }

    /// When so many seconds of the spans have passed; they are that long at least.
    private static long reached(List<OpenHours.Span> spans, long seconds) {
        var left = seconds;
        var at = spans.getFirst().from();
        for (var span : spans) {
            at = span.from() + Math.min(left, span.until() - span.from());
            left -= at - span.from();
            if (left == 0) {
                break;
            }
        }
        return at;
    }
}

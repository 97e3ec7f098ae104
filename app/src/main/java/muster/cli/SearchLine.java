package muster.cli;

import java.time.Duration;
import java.util.Locale;
import muster.schedule.ScheduleListener;
import muster.wiring.Progress;
import org.jspecify.annotations.Nullable;

/// How far the search for the schedule of a plan has come, on standard error. A short search shows nothing.
final class SearchLine implements ScheduleListener {
    private static final double NEARLY = 0.999;

    /// Nobody wants to hear of less.
    private static final long SHORT_NANOS = Duration.ofSeconds(1).toNanos();

    private final Progress line;
    private final long begin = System.nanoTime();

    SearchLine(Progress line) {
        this.line = line;
    }

    @Override
    public void at(long schedules, double share, ScheduleListener.@Nullable Best best) {
        if (System.nanoTime() - begin > SHORT_NANOS) {
            line.at(
                    "search",
                    Math.min(share, NEARLY),
                    words(best) + String.format(Locale.ROOT, ", %,d schedules", schedules));
        }
    }

    private static String words(ScheduleListener.@Nullable Best best) {
        if (best == null) {
            return "no schedule yet";
        }
        var late = best.late().isZero() ? "" : ", dates missed by " + hours(best.late());
        return "makespan " + hours(best.makespan()) + late;
    }

    private static String hours(Duration time) {
        return String.format(Locale.ROOT, "%.1f h", time.toMinutes() / 60.0);
    }
}

package muster.review;

import java.time.Duration;
import muster.plan.Estimate;

/// How durations read in answers and documents.
public final class Wording {
    private Wording() {}

    /// From the least to the most, such as `4 h to 6 h`; one figure if they are the same.
    public static String of(Estimate estimate) {
        var min = of(estimate.min());
        var max = of(estimate.max());
        return min.equals(max) ? min : min + " to " + max;
    }

    /// Such as `6 h`, `1 h 30 min`, `15 min`, `20 s`, `0 min`.
    public static String of(Duration time) {
        if (time.toSeconds() > 0 && time.toMinutes() == 0) {
            return time.toSeconds() + " s";
        }
        var hours = time.toHours();
        var minutes = time.toMinutesPart();
        if (hours == 0) {
            return minutes + " min";
        }
        return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
    }
}

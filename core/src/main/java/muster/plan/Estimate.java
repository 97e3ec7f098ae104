package muster.plan;

import java.time.Duration;

/// A three-point estimate of working time; minimum <= likely <= maximum, none negative.
public record Estimate(Duration min, Duration likely, Duration max) {
    public static final Estimate ZERO = exactly(Duration.ZERO);

    public Estimate {
        if (min.isNegative() || min.compareTo(likely) > 0 || likely.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "an estimate needs 0 <= min <= likely <= max, got " + min + ", " + likely + ", " + max);
        }
    }

    /// All three points the same.
    public static Estimate exactly(Duration time) {
        return new Estimate(time, time, time);
    }
}

package muster.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /// How many time-boxes the work takes if it takes as long as it may: at least 1, and 1 if nothing is known of it.
    ///
    /// @param speed above 0; half of it takes twice as long
    public int parts(Duration box, BigDecimal speed) {
        if (box.isZero() || max.isZero()) {
            return 1;
        }
        return seconds(max)
                .divide(speed.multiply(seconds(box)), 0, RoundingMode.CEILING)
                .intValueExact();
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.plusNanos(999_999_999).toSeconds());
    }
}

package muster.plan;

import java.time.Duration;

/// Time between the two ends of a link; negative if the later end may come first by that much.
public record Lag(Duration time, Passing passing) {
    public static final Lag NONE = new Lag(Duration.ZERO, Passing.WORKING);

    /// Which time counts.
    public enum Passing {
        /// Only while the calendars of the later task are open.
        WORKING,
        /// All of it.
        ELAPSED
    }

    /// True if there is nothing between the two ends.
    public boolean isZero() {
        return time.isZero();
    }
}

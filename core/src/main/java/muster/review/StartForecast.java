package muster.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.TaskId;

/// What the schedule says about starting at the instant asked for.
///
/// @param earliest when work can start
/// @param delay from the instant asked for to the earliest, never negative
/// @param critical tasks and remedies that the delay comes from, in order
public record StartForecast(
        Instant asked, Feasibility feasibility, Instant earliest, Duration delay, List<TaskId> critical) {
    /// Whether the start can be held.
    public enum Feasibility {
        ON_TIME,
        DELAYED,
        /// No way to the start is known, or the plan names no phase to start.
        NOT_KNOWN
    }

    public StartForecast {
        critical = List.copyOf(critical);
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative, got " + delay);
        }
    }
}

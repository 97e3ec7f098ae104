package muster.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What the schedule says about starting at the instant asked for.
///
/// @param earliest when work can start
/// @param delay from the instant asked for to the earliest, never negative
/// @param critical tasks and remedies that the delay comes from, in order
/// @param odds of starting then; null if they are not known
public record StartForecast(
        Instant asked,
        Feasibility feasibility,
        Instant earliest,
        Duration delay,
        List<TaskId> critical,
        @Nullable StartOdds odds) {
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

    /// Without odds.
    public StartForecast(
            Instant asked, Feasibility feasibility, Instant earliest, Duration delay, List<TaskId> critical) {
        this(asked, feasibility, earliest, delay, critical, null);
    }

    /// The same with these odds.
    public StartForecast with(StartOdds known) {
        return new StartForecast(asked, feasibility, earliest, delay, critical, known);
    }
}

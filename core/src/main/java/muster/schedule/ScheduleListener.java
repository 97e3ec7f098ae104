package muster.schedule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Is told how far a search for a schedule has come, on the thread that started it.
@FunctionalInterface
public interface ScheduleListener {
    /// Listens to nothing.
    ScheduleListener SILENT = (schedules, share, best) -> {};

    /// @param schedules generated so far
    /// @param share of the extent, 0 to 1
    /// @param best so far; null if no order has room for everything
    void at(long schedules, double share, @Nullable Best best);

    /// The best schedule so far.
    ///
    /// @param late by how much dates are missed, all together
    record Best(Duration makespan, Duration late) {}
}

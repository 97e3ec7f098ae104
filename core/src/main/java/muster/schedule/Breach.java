package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import muster.plan.TaskId;

/// A date that a schedule misses.
///
/// @param due what the plan asks
/// @param actual what the schedule has, later than `due`
/// @param proof whether any schedule could keep it
public record Breach(TaskId item, Asked asked, Instant due, Instant actual, Proof proof) {

    /// What the date is for.
    public enum Asked {
        START,
        FINISH,
        /// A finish that is wished for.
        DEADLINE
    }

    /// Whether the breach is certain.
    public enum Proof {
        /// Links, needs and calendars alone make the date impossible.
        PROVEN,
        /// Another schedule might keep it.
        OPEN
    }

    /// By how much, by the clock on the wall.
    public Duration late() {
        return Duration.between(due, actual);
    }
}

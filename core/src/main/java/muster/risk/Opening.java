package muster.risk;

import java.time.Instant;
import java.util.List;
import muster.schedule.OpenHours;

/// When an activity can be worked on. Activities that have the same opening share what is computed from it.
@FunctionalInterface
public interface Opening {
    /// The open time between two instants, in order, no span touching the next.
    List<OpenHours.Span> between(Instant from, Instant until);

    /// True if work that fits into one day of UTC is not carried over into another.
    default boolean isInTurns() {
        return false;
    }
}

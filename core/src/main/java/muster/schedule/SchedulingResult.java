package muster.schedule;

import java.time.Duration;
import java.util.List;

/// A schedule, or everything that stands in its way.
public sealed interface SchedulingResult {

    /// @param network the same items with agents and resources left out: a lower bound, and the slack in the logic
    /// itself
    /// @param breaches dates that the schedule misses
    record Scheduled(Schedule schedule, Network network, List<Breach> breaches) implements SchedulingResult {
        public Scheduled {
            breaches = List.copyOf(breaches);
        }

        /// How much longer than the shortest schedule this one is at most, as a share of the network's length; 0 if
        /// none is shorter.
        public double gap() {
            double length = Duration.between(network.start(), network.finish()).toMillis();
            double over = Duration.between(network.finish(), schedule.finish()).toMillis();
            return over <= 0 ? 0 : over / Math.max(1, length);
        }
    }

    /// No schedule exists.
    record Impossible(List<Obstacle> obstacles) implements SchedulingResult {
        public Impossible {
            obstacles = List.copyOf(obstacles);
        }
    }
}

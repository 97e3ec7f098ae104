package muster.schedule;

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
    }

    /// No schedule exists.
    record Impossible(List<Obstacle> obstacles) implements SchedulingResult {
        public Impossible {
            obstacles = List.copyOf(obstacles);
        }
    }
}

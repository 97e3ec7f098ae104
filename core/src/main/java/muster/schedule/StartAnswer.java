package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.TaskId;

/// Whether a phase can start at an instant with zero delay.
public sealed interface StartAnswer {

    /// Everything that its first items wait for can be finished by `ready`, which is not later.
    record Yes(Instant ready) implements StartAnswer {}

    /// It would start late.
    ///
    /// @param delay from when its first items could start if they waited for nothing, to when the last of them can
    /// @param earliest from this instant on it starts with zero delay
    /// @param bound no schedule can be ready earlier; if that is too late, the delay is proven
    /// @param binding the chain of items, each waiting for the one before, that ends with what is finished last
    record No(Duration delay, Instant earliest, Instant bound, List<TaskId> binding) implements StartAnswer {
        public No {
            binding = List.copyOf(binding);
        }
    }

    /// What has to come before cannot be scheduled at all.
    record Never(List<Obstacle> obstacles) implements StartAnswer {
        public Never {
            obstacles = List.copyOf(obstacles);
        }
    }
}

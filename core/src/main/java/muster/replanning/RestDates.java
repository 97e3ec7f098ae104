package muster.replanning;

import java.util.List;
import muster.plan.TaskId;
import muster.schedule.Obstacle;
import muster.schedule.Schedule;
import muster.schedule.ScheduleDifference;
import org.jspecify.annotations.Nullable;

/// When what is left of a run is done if all of it takes as long as is likely.
public sealed interface RestDates {

    /// @param schedule from now on
    /// @param since what is otherwise than in the schedule of what was left before; null if that has none
    /// @param unestimated steps of which nobody said how long they take; they count as nothing
    record Dated(Schedule schedule, @Nullable ScheduleDifference since, List<TaskId> unestimated) implements RestDates {
        public Dated {
            unestimated = List.copyOf(unestimated);
        }
    }

    /// No schedule exists.
    record Undated(List<Obstacle> obstacles) implements RestDates {
        public Undated {
            obstacles = List.copyOf(obstacles);
        }
    }
}

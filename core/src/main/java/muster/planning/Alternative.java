package muster.planning;

import java.util.List;
import muster.plan.TaskId;

/// What it would mean to do without one step of a plan for which there are other ways.
///
/// @param step the action that the plan chose
public record Alternative(TaskId step, Effect effect) {

    /// What happens without the step.
    public sealed interface Effect {

        /// Another plan exists.
        ///
        /// @param instead actions that it takes and the chosen plan does not
        /// @param dropped actions that it does not take, the step itself included
        /// @param more what it costs beyond the chosen plan
        record Dearer(List<TaskId> instead, List<TaskId> dropped, Cost more) implements Effect {
            public Dearer {
                instead = List.copyOf(instead);
                dropped = List.copyOf(dropped);
            }
        }

        /// No plan does without the step.
        record NoOtherWay() implements Effect {}

        /// The limits were too small to tell.
        record NotFound() implements Effect {}
    }
}

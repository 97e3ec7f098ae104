package muster.replanning;

import muster.plan.TaskId;

/// What becomes of a step that is not settled.
///
/// @param why the link that it stands for, or what it is dropped for
public record StepChange(TaskId task, String title, Kind kind, String why) {

    /// The three ways.
    public enum Kind {
        KEPT,
        ADDED,
        /// The run does without it from here on.
        DROPPED
    }
}

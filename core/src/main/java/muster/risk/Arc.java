package muster.risk;

import muster.plan.TaskId;

/// One activity that holds back another.
///
/// @param lag seconds that lie between the two, negative for a lead
/// @param passing which seconds count for the lag
public record Arc(TaskId from, TaskId to, Kind kind, int lag, Passing passing) {
    /// What holds back what.
    public enum Kind {
        FINISH_TO_START,
        START_TO_START,
        FINISH_TO_FINISH,
        START_TO_FINISH,
        /// If what is behind the decision `from` is done again, `to` waits until that is over.
        REPEAT_TO_START
    }

    /// Which time counts for a lag.
    public enum Passing {
        /// Open time of the later activity.
        WORKING,
        ELAPSED
    }

    /// The later activity starts when the earlier one is finished.
    public static Arc of(TaskId from, TaskId to) {
        return new Arc(from, to, Kind.FINISH_TO_START, 0, Passing.ELAPSED);
    }

    /// The later activity waits for the repeated work only.
    public static Arc ifRepeated(TaskId from, TaskId to) {
        return new Arc(from, to, Kind.REPEAT_TO_START, 0, Passing.ELAPSED);
    }
}

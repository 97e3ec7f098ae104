package muster.plan;

/// Who takes part in a meeting.
public enum Attendance {
    ALL,
    /// Only agents with a cross-agent dependency on that day.
    CROSS_DEPENDENT
}

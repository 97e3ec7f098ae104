package muster.plan;

/// A task that holds back the task which has the link.
///
/// @param after the task that comes first
public record Link(TaskId after, LinkKind kind, Lag lag) {

    /// The link that says no more than that a task must be done before.
    public static Link need(TaskId after) {
        return new Link(after, LinkKind.FINISH_TO_START, Lag.NONE);
    }

    /// True if it says no more than that `after` must be done before.
    public boolean isNeed() {
        return kind == LinkKind.FINISH_TO_START && lag.isZero();
    }
}

package muster.plan;

/// Who looks at finished work before it counts as done.
public enum Checking {
    /// Nobody; what the task must deliver is still looked at.
    NONE,
    /// Any agent of the team but the one who did it.
    ANOTHER
}

package muster.plan;

/// A goal that may be left if it cannot be had.
///
/// @param priority 0 to 1000; of higher priority are served first
public record Preference(FactId fact, int priority) {
    public Preference {
        if (priority < 0 || priority > Timing.TOP_PRIORITY) {
            throw new IllegalArgumentException(
                    "priority must be between 0 and " + Timing.TOP_PRIORITY + ", got " + priority);
        }
    }
}

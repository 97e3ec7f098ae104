package muster.plan;

import org.jspecify.annotations.Nullable;

/// What a risk does if it happens; one of its parts at least.
///
/// @param delay working time added once to each task that the risk names, and once to the end of its phase
/// @param stretch factor on the working time of each task that the risk names, and of all tasks of its phase; the
/// same for all of them
/// @param cost spent once
public record Impact(
        Estimate delay, @Nullable Stretch stretch, @Nullable CostRange cost) {
    public Impact {
        if (delay.max().isZero() && stretch == null && cost == null) {
            throw new IllegalArgumentException("an impact is a delay, a stretch or a cost");
        }
    }

    /// No more than a delay.
    public static Impact of(Estimate delay) {
        return new Impact(delay, null, null);
    }
}

package muster.plan;

import org.jspecify.annotations.Nullable;

/// How a plan's estimates are to be taken when it is simulated.
///
/// @param distribution of all ranges
/// @param agents correlation between the durations of tasks that have an agent in common, from 0 to 1
/// @param resources the same for a resource; both together at most 1
/// @param hourly price of a working hour of one agent; null if working time is not paid for
public record Uncertainty(
        Distribution distribution,
        Share agents,
        Share resources,
        @Nullable Money hourly) {
    /// PERT with its classic weight; a correlation of 0.2, which Book (1999, "Why correlation matters in cost
    /// estimating") found to be far less wrong than none where nothing is known.
    public static final Uncertainty STANDARD =
            new Uncertainty(Distribution.STANDARD, new Share(0.2), new Share(0), null);

    public Uncertainty {
        if (agents.value() + resources.value() > 1) {
            throw new IllegalArgumentException(
                    "the correlations by agent and by resource together must be at most 1, got " + agents + " and "
                            + resources);
        }
    }
}

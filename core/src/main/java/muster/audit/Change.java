package muster.audit;

import muster.plan.ExpectationId;
import org.jspecify.annotations.Nullable;

/// How an expectation stands against the baseline.
///
/// @param before its readiness in the baseline, none if it was not in it
public record Change(
        ExpectationId expectation, Trend trend, @Nullable Readiness before) {

    /// The direction.
    public enum Trend {
        /// Not in the baseline, or met in it and unmet now.
        NEW,
        /// Unmet in the baseline, met now.
        FIXED,
        UNCHANGED,
        /// Unmet in both, and further from being met now.
        WORSE,
        /// Unmet in both, and nearer to being met now.
        BETTER
    }
}

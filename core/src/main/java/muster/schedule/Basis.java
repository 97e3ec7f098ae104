package muster.schedule;

import java.time.Duration;
import muster.plan.Estimate;

/// Which point of the estimates a schedule is built on.
public enum Basis {
    MIN,
    LIKELY,
    MAX;

    /// The working time that an estimate stands for.
    public Duration of(Estimate estimate) {
        return switch (this) {
            case MIN -> estimate.min();
            case LIKELY -> estimate.likely();
            case MAX -> estimate.max();
        };
    }
}

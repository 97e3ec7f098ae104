package muster.monitor;

import java.time.Duration;

/// A metric that is measured again and again while a gate waits for it.
///
/// @param every time between two measurements
public record Gauge(MetricSource source, Duration every) {
    public Gauge {
        if (!every.isPositive()) {
            throw new IllegalArgumentException("every must be positive, got " + every);
        }
    }
}

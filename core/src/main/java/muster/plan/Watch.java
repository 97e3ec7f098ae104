package muster.plan;

import java.util.List;

/// What is measured and when to raise an alert.
public record Watch(List<Metric> metrics, List<AlertRule> alerts) {
    public static final Watch NONE = new Watch(List.of(), List.of());

    public Watch {
        metrics = List.copyOf(metrics);
        alerts = List.copyOf(alerts);
    }
}

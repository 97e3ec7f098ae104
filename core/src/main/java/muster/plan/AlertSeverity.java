package muster.plan;

/// How fast an alert wants an answer.
public enum AlertSeverity {
    /// At once.
    CRITICAL,
    /// Within the hour.
    WARNING,
    /// In the daily summary.
    INFO
}

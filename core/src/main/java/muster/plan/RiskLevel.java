package muster.plan;

/// A judged level of risk, lowest first.
public enum RiskLevel {
    LOW,
    MEDIUM,
    MEDIUM_HIGH,
    HIGH
}

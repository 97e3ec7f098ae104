package muster.plan;

/// Whether a resource comes back after use.
public enum ResourceKind {
    RENEWABLE,
    CONSUMABLE
}

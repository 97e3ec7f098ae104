package muster.wiring;

/// Which expectations an audit probes.
public enum Reprobe {
    ALL,
    /// What has changed, has expired or did not pass; for the rest, evidence of the newest audit is used.
    CHANGED
}

package muster.probes.data;

/// What the operator allows in a database. An audited repository cannot raise it.
public enum Access {
    READ,
    /// Also scratch tables, which bear our own names and are removed in every case, and the statements of a plan's
    /// actions.
    SCRATCH
}

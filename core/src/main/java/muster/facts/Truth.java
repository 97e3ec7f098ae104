package muster.facts;

/// What is known of a fact. `UNKNOWN` is not `FALSE`, and never counts as `TRUE`.
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN
}

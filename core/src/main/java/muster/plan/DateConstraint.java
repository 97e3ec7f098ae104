package muster.plan;

import java.time.Instant;

/// A date that a task is tied to.
public record DateConstraint(ConstraintKind kind, Instant at) {}

package muster.planning;

import muster.plan.FactId;

/// A goal that may be left if it cannot be had.
///
/// @param priority wishes of higher priority are served first, whatever that costs those of lower; of equal ones that
///     which was written first
public record Wish(FactId fact, int priority) {}

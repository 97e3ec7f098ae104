package muster.strips;

import java.util.function.BooleanSupplier;

/// How much work a search may do. Counts give the same answer on every machine; the stop signal is for callers who
/// have a clock or a person waiting.
///
/// @param expansions most states whose successors are looked at
/// @param states most states kept in memory
/// @param stop asked now and then; the search ends with what it has once this is true
public record SearchLimits(long expansions, long states, BooleanSupplier stop) {
    /// Bounded by the stop signal and memory alone.
    public static final long NO_LIMIT = Long.MAX_VALUE;

    public SearchLimits {
        if (expansions < 1 || states < 1) {
            throw new IllegalArgumentException("limits must be at least 1, got " + expansions + " and " + states);
        }
    }

    /// Counts alone.
    public static SearchLimits counted(long expansions, long states) {
        return new SearchLimits(expansions, states, () -> false);
    }
}

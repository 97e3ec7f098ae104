package muster.planning;

/// How much work a search may do, counted and not timed, so that every machine gives the same answer.
///
/// @param expansions most states whose successors are looked at
/// @param states most states kept in memory
public record Limits(long expansions, long states) {
    /// A few seconds on one core for plans of some hundred actions.
    public static final Limits STANDARD = new Limits(100_000, 500_000);

    public Limits {
        if (expansions < 1 || states < 1) {
            throw new IllegalArgumentException("limits must be at least 1, got " + expansions + " and " + states);
        }
    }
}

package muster.strips;

/// The work that a search did.
///
/// @param expansions states whose successors were looked at
/// @param evaluations states for which a heuristic was computed
/// @param generated successors that were made
/// @param states distinct states kept
public record SearchCounts(long expansions, long evaluations, long generated, long states) {
    public static final SearchCounts NONE = new SearchCounts(0, 0, 0, 0);

    /// The work of both.
    public SearchCounts plus(SearchCounts other) {
        return new SearchCounts(
                expansions + other.expansions,
                evaluations + other.evaluations,
                generated + other.generated,
                Math.max(states, other.states));
    }
}

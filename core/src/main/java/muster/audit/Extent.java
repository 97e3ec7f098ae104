package muster.audit;

/// How much of the plan an audit probed.
///
/// @param probed expectations that were probed, or whose evidence of an earlier audit still counts
/// @param expected expectations of the plan
/// @param reused of the probed ones, those that rest on evidence of an earlier audit alone
public record Extent(int probed, int expected, int reused) {
    /// False if it was interrupted; such a report is marked as partial and never says GO.
    public boolean isWhole() {
        return probed >= expected;
    }
}

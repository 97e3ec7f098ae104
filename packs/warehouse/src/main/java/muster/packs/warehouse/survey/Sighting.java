package muster.packs.warehouse.survey;

import muster.packs.warehouse.naming.Variant;

/// What the data of one table say about its variant.
///
/// @param median of the absolute values sampled, NaN if there are none
/// @param rows values sampled
/// @param history what the name's history says
record Sighting(String table, Variant variant, double median, long rows, Variant history) {
    /// Momentum is a percent change of about 0.09 on average; nothing of the kind comes near 10 (feature notes).
    private static final double MOMENTUM_BELOW = 10;

    /// A price index starts at 100 and has never halved (feature notes).
    private static final double INDEX_ABOVE = 50;

    /// Classifies a sample; too few values, or a median between the limits, leave it undecided.
    static Sighting of(String table, double median, long rows, Rule rule) {
        var variant = Variant.UNDECIDED;
        if (rows >= rule.leastRows() && median < MOMENTUM_BELOW) {
            variant = Variant.BQX;
        } else if (rows >= rule.leastRows() && median > INDEX_ABOVE) {
            variant = Variant.IDX;
        }
        return new Sighting(table, variant, median, rows, rule.history());
    }

    /// @param leastRows fewer values decide nothing
    record Rule(int leastRows, Variant history) {}

    boolean agrees() {
        return variant == history;
    }

    boolean contradicts() {
        return variant != Variant.UNDECIDED && !agrees();
    }
}

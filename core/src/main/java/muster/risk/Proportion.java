package muster.risk;

/// A probability that was counted, with its 95 % interval by Wilson (1927); all from 0 to 1.
public record Proportion(double share, double low, double high) {
    /// Two-sided 95 % of the normal distribution.
    static final double Z = 1.959963984540054;

    /// @param all at least 1
    static Proportion of(int hits, int all) {
        double share = (double) hits / all;
        double shrink = 1 + Z * Z / all;
        double middle = (share + Z * Z / (2 * all)) / shrink;
        double half = Z / shrink * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
        return new Proportion(
                share, Math.max(0, Math.min(share, middle - half)), Math.min(1, Math.max(share, middle + half)));
    }

    /// Half the width of the interval.
    double half() {
        return (high - low) / 2;
    }
}

package muster.risk;

/// A value below which a share of the iterations lies, with its 95 % interval between two order statistics: the
/// number of iterations below the true quantile is binomial.
///
/// @param share from 0 to 1
public record Quantile<T>(double share, T value, T low, T high) {
    /// The ranks, counted from 0, of a quantile of sorted values and of the ends of its interval.
    record Ranks(int value, int low, int high) {
        static Ranks of(double share, int all) {
            double middle = share * all;
            double half = Proportion.Z * Math.sqrt(all * share * (1 - share));
            return new Ranks(
                    within((int) Math.ceil(middle) - 1, all),
                    within((int) Math.floor(middle - half) - 1, all),
                    within((int) Math.ceil(middle + half), all));
        }

        private static int within(int rank, int all) {
            return Math.clamp(rank, 0, all - 1);
        }
    }
}

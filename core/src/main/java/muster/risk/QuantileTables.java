package muster.risk;

import java.util.Arrays;
import muster.plan.Distribution;

/// Values of one distribution on the interval from 0 to 1, by normal score. A table per mode, at 257 modes from
/// 0 to 1; between two of them the value is interpolated. A table is made when it is first asked for.
final class QuantileTables {
    private static final int PER_SCORE = 32;
    private static final double REACH = 6.5;
    private static final int STEPS = (int) (2 * REACH * PER_SCORE);
    private static final int MODES = 256;
    private static final double ONE_BELOW = Math.nextDown(STEPS);

    private final Distribution distribution;
    private final double[][] tables = new double[MODES + 1][];

    QuantileTables(Distribution distribution) {
        this.distribution = distribution;
    }

    /// The value at a score for one mode. If the mode lies on a table, the share is 0.
    ///
    /// @param share of the upper table
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Blend(double[] lower, double[] upper, double share) {
        double at(double score) {
            double value = QuantileTables.at(lower, score);
            return share == 0 ? value : value + share * (QuantileTables.at(upper, score) - value);
        }
    }

    /// @param mode from 0 to 1
    Blend of(double mode) {
        int below = (int) (mode * MODES);
        double share = mode * MODES - below;
        var lower = table(below);
        return new Blend(lower, share == 0 ? lower : table(below + 1), share);
    }

    private static double at(double[] table, double score) {
        double place = Math.min(Math.max((score + REACH) * PER_SCORE, 0), ONE_BELOW);
        int step = (int) place;
        return table[step] + (place - step) * (table[step + 1] - table[step]);
    }

    private double[] table(int mode) {
        var table = tables[mode];
        if (table == null) {
            table = made((double) mode / MODES);
            tables[mode] = table;
        }
        return table;
    }

    private double[] made(double mode) {
        var shares = new double[STEPS + 1];
        Arrays.setAll(shares, step -> Normal.below((double) step / PER_SCORE - REACH));
        return switch (distribution) {
            case Distribution.Uniform _ -> shares;
            case Distribution.Triangular _ ->
                Arrays.stream(shares).map(share -> triangular(share, mode)).toArray();
            case Distribution.Pert(double weight) -> pert(shares, weight, mode);
        };
    }

    private static double triangular(double share, double mode) {
        return share < mode ? Math.sqrt(share * mode) : 1 - Math.sqrt((1 - share) * (1 - mode));
    }

    private static double[] pert(double[] shares, double weight, double mode) {
        var beta = Beta.of(1 + weight * mode, 1 + weight * (1 - mode));
        double near = 0;
        for (int step = 0; step < shares.length; step++) {
            near = beta.quantile(shares[step], near);
            shares[step] = near;
        }
        return shares;
    }
}

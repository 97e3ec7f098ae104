package muster.packs.warehouse.series;

import java.util.Arrays;
import java.util.Random;

/// Correlated random walks of logarithms, one per currency and asset. A pair's logarithm is the difference of two.
///
/// Each value is a multiple of [#GRAIN], so that sums and differences are exact and every triangle closes to the last
/// bit: log(a/b) + log(b/c) = log(a/c). One factor moves all (Sharpe 1963): a step is `sqrt(rho) f + sqrt(1 - rho) e`,
/// which gives any two steps the correlation rho.
public final class Market {
    /// 2^-40; about a hundred millionth of a usual step.
    static final double GRAIN = 0x1p-40;

    /// Standard deviation of a currency's step, so that the 45-row change of a pair has about the 0.09 % of the notes.
    private static final double STEP = 0.0009 / Math.sqrt(45) / Math.sqrt(2);

    private final MarketShape shape;
    private final double[][] walks;

    private Market(MarketShape shape, double[][] walks) {
        this.shape = shape;
        this.walks = walks;
    }

    /// The walks of a shape. They begin at 0.
    public static Market of(MarketShape shape) {
        int count = shape.currencies().size() + shape.assets().size();
        var walks = new double[count][shape.span().rows()];
        var random = new Random(shape.seed());
        double common = Math.sqrt(shape.correlation());
        double own = Math.sqrt(1 - shape.correlation());
        for (int row = 1; row < shape.span().rows(); row++) {
            double factor = random.nextGaussian();
            for (var walk : walks) {
                double step = STEP * (common * factor + own * random.nextGaussian());
                walk[row] = walk[row - 1] + Math.rint(step / GRAIN) * GRAIN;
            }
        }
        return new Market(shape, walks);
    }

    public MarketShape shape() {
        return shape;
    }

    /// Logarithms of a pair's rate over its first.
    ///
    /// @param pair base and quote in any order
    public double[] logs(String pair) {
        int half = pair.length() / 2;
        var base = walk(pair.substring(0, half));
        var quote = walk(pair.substring(half));
        var logs = new double[base.length];
        Arrays.setAll(logs, row -> base[row] - quote[row]);
        return logs;
    }

    /// Logarithms of an asset's price over its first.
    public double[] asset(String asset) {
        return walks[shape.currencies().size() + shape.assets().indexOf(asset)].clone();
    }

    private double[] walk(String currency) {
        int place = shape.currencies().indexOf(currency);
        if (place < 0) {
            throw new IllegalArgumentException(currency + " is none of " + shape.currencies());
        }
        return walks[place];
    }
}

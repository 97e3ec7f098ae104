package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;
import static muster.packs.warehouse.features.Plain.lag;
import static muster.packs.warehouse.features.Plain.minus;
import static muster.packs.warehouse.features.Plain.over;

/// `cov` and `corr` in plain loops.
final class TwinSpreads {

    private TwinSpreads() {}

    /// @param a the value of the first pair: that of the family where the formula is corrected
    static Twin cov(String family, TwinPair first, TwinPair second, double[] a, double[] b) {
        int rows = a.length;
        var spread = minus(a, b);
        var twin = new Twin()
                .say("pair1", rows, _ -> first.pair())
                .say("pair2", rows, _ -> second.pair())
                .put("val1", a)
                .put("val2", b)
                .put("spread", spread)
                .put("ratio", over(a, b));
        if (family.equals("lag")) {
            for (int k : new int[] {1, 2, 3, 5, 10, 15, 30, 45, 60}) {
                twin.put("spread_lag_" + k, lag(spread, k));
            }
            return twin;
        }
        var same =
                each(rows, i -> Double.isNaN(spread[i]) ? Double.NaN : Math.signum(a[i]) == Math.signum(b[i]) ? 1 : 0);
        var score =
                over(minus(spread, first.over(spread, 180, Plain::mean)), first.over(spread, 180, Plain::deviation));
        twin.put("spread_ma_45", first.over(spread, 45, Plain::mean))
                .put("spread_ma_180", first.over(spread, 180, Plain::mean))
                .put("spread_std_45", first.over(spread, 45, Plain::deviation))
                .put("spread_zscore", score)
                .put("rolling_agreement_45", first.over(same, 45, Plain::mean));
        if (first.corrected()) {
            together(twin, a, b);
        }
        return family.equals("regime")
                ? twin.put("regime_agreement", same)
                : twin.put("sign_agreement", same)
                        .put("mean_reversion_signal", Plain.flag(score, z -> Math.abs(z) > 2));
    }

    private static void together(Twin twin, double[] a, double[] b) {
        twin.put("rolling_covariance_45", both(a, b, 45, Plain::covariance))
                .putLoose("rolling_correlation_45", both(a, b, 45, TwinSpreads::correlation));
    }

    /// NULL where one does not vary; where it varies by rounding alone anything is right.
    static double correlation(double[] a, double[] b) {
        double least = Math.min(varies(a), varies(b));
        if (least == 0) {
            return Double.NaN;
        }
        return least < 1e-12 ? Double.POSITIVE_INFINITY : Plain.correlation(a, b);
    }

    private static double varies(double[] x) {
        double deviation = Plain.deviation(x);
        return deviation == 0 ? 0 : deviation / Math.max(Math.abs(Plain.max(x)), Math.abs(Plain.min(x)));
    }

    /// A figure of two series over full windows.
    static double[] both(
            double[] a, double[] b, int w, java.util.function.ToDoubleBiFunction<double[], double[]> figure) {
        return each(a.length, i -> {
            var one = i + 1 < w ? new double[] {Double.NaN} : java.util.Arrays.copyOfRange(a, i + 1 - w, i + 1);
            var other = i + 1 < w ? one : java.util.Arrays.copyOfRange(b, i + 1 - w, i + 1);
            return Double.isNaN(Plain.mean(one) + Plain.mean(other)) ? Double.NaN : figure.applyAsDouble(one, other);
        });
    }

    static Twin corr(TwinPair pair, String fund, double[] price) {
        var twin = new Twin();
        if (pair.momentum() && !pair.corrected()) {
            pair.windows().forEach(w -> twin.put("bqx_" + w, pair.moved(w)));
            return twin;
        }
        if (pair.momentum()) {
            var other = new TwinPair(
                    fund, pair.variant(), pair.formula(), pair.windows(), java.util.Map.of("close_idx", price));
            var one = minus(pair.y(), lag(pair.y(), 1));
            var two = minus(other.y(), lag(other.y(), 1));
            pair.upTo(720).forEach(w -> twin.put("corr_fund_" + w, both(one, two, w, TwinSpreads::correlation)));
            return twin;
        }
        var step = returns(pair.close());
        var fundStep = returns(price);
        var one = pair.corrected() ? step : pair.close();
        var two = pair.corrected() ? fundStep : price;
        for (int w : new int[] {30, 60, 90}) {
            twin.put("corr_%dmin".formatted(w), windowed(pair, one, two, w, TwinSpreads::correlation));
        }
        return twin.put("covar_60min", windowed(pair, one, two, 60, Plain::covariance))
                .put("fx_volatility_60min", pair.over(step, 60, Plain::deviation))
                .put("ibkr_volatility_60min", pair.over(fundStep, 60, Plain::deviation))
                .say("fx_pair", pair.rows(), _ -> pair.pair())
                .say("ibkr_instrument", pair.rows(), _ -> fund);
    }

    /// The same, of the rows there are where the formula is the stated one.
    private static double[] windowed(
            TwinPair pair,
            double[] a,
            double[] b,
            int w,
            java.util.function.ToDoubleBiFunction<double[], double[]> figure) {
        return pair.corrected()
                ? both(a, b, w, figure)
                : each(
                        a.length,
                        i -> i == 0
                                ? Double.NaN
                                : figure.applyAsDouble(
                                        java.util.Arrays.copyOfRange(a, Math.max(0, i + 1 - w), i + 1),
                                        java.util.Arrays.copyOfRange(b, Math.max(0, i + 1 - w), i + 1)));
    }

    private static double[] returns(double[] x) {
        return each(x.length, i -> i == 0 ? Double.NaN : x[i] / x[i - 1] - 1);
    }
}

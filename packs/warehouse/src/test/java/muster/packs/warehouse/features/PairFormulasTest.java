package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.correlation;
import static muster.packs.warehouse.features.Plain.covariance;
import static muster.packs.warehouse.features.Plain.deviation;
import static muster.packs.warehouse.features.Plain.each;
import static muster.packs.warehouse.features.Plain.full;
import static muster.packs.warehouse.features.Plain.lag;
import static muster.packs.warehouse.features.Plain.lead;
import static muster.packs.warehouse.features.Plain.max;
import static muster.packs.warehouse.features.Plain.mean;
import static muster.packs.warehouse.features.Plain.min;
import static muster.packs.warehouse.features.Plain.minus;
import static muster.packs.warehouse.features.Plain.parabola;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of one pair against the same formulas in plain loops.
class PairFormulasTest {
    private static final int W = 45;

    @TempDir
    static Path folder;

    private static Generated made;
    private static double[] y;
    private static double[] bqx;
    private static double[] bqx90;

    @BeforeAll
    static void aWarehouse() throws Exception {
        made = Generated.in(
                folder, "pairs=eurusd", "families=agg,align,mom,vol,reg,lag,regime,der,rev,div,ext,mrt,cyc");
        y = made.column("base_idx_eurusd", "close_idx");
        bqx = made.column("base_bqx_eurusd", "bqx_45");
        bqx90 = made.column("base_bqx_eurusd", "bqx_90");
    }

    @Test
    void momentumAndItsTargets() throws Exception {
        made.holds(
                "base_bqx_eurusd",
                "bqx_90",
                each(y.length, i -> i < 90 ? Double.NaN : 100 * (y[i] - y[i - 90]) / y[i - 90]));
        made.holds("base_bqx_eurusd", "target_bqx45_h15", lead(bqx, 15));
        made.holds("base_bqx_eurusd", "target_bqx90_h105", lead(bqx90, 105));
    }

    @Test
    void aggregates() throws Exception {
        for (var x : java.util.Map.of("idx", y, "bqx", bqx).entrySet()) {
            var table = "agg_" + x.getKey() + "_eurusd";
            made.holds(table, "agg_mean_45", full(x.getValue(), W, Plain::mean));
            made.holds(table, "agg_std_90", full(x.getValue(), 90, Plain::deviation));
            made.holds(table, "agg_range_45", full(x.getValue(), W, w -> max(w) - min(w)));
            made.holds(
                    table,
                    "agg_sum_45",
                    full(x.getValue(), W, w -> Arrays.stream(w).sum()));
            made.holds(table, "agg_cv_45", full(x.getValue(), W, w -> deviation(w) / mean(w)));
            made.holds(table, "agg_position_90", full(x.getValue(), 90, w -> (w[89] - min(w)) / (max(w) - min(w))));
        }
    }

    @Test
    void alignment() throws Exception {
        var dir45 = full(y, W, w -> Math.signum(w[44] - w[0]));
        var dir90 = full(y, 90, w -> Math.signum(w[89] - w[0]));
        made.holds("align_idx_eurusd", "align_trend_45_90", each(y.length, i -> dir45[i] * dir90[i]));
        made.holds("align_idx_eurusd", "zscore_45", full(y, W, w -> (w[44] - mean(w)) / deviation(w)));
        made.holds("align_idx_eurusd", "align_mean_45_90", minus(full(y, W, Plain::mean), full(y, 90, Plain::mean)));
    }

    @Test
    void moves() throws Exception {
        var diff = minus(y, lag(y, W));
        made.holds("mom_idx_eurusd", "mom_diff_45", diff);
        made.holds("mom_idx_eurusd", "mom_roc_45", each(y.length, i -> 100 * diff[i] / (y[i] - diff[i])));
        made.holds("mom_idx_eurusd", "mom_strength_45", each(y.length, i -> {
            double way = 0;
            for (int j = Math.max(1, i - W + 1); j <= i; j++) {
                way += Math.abs(y[j] - y[j - 1]);
            }
            return Math.abs(diff[i]) / way;
        }));
    }

    @Test
    void unrest() throws Exception {
        var high = made.column("base_idx_eurusd", "high_idx");
        var low = made.column("base_idx_eurusd", "low_idx");
        var logs = each(y.length, i -> i == 0 ? Double.NaN : Math.log(y[i] / y[i - 1]));
        var range = each(
                y.length, i -> i == 0 ? high[0] - low[0] : Math.max(high[i], y[i - 1]) - Math.min(low[i], y[i - 1]));
        made.holds("vol_idx_eurusd", "vol_realized_45", full(logs, W, Plain::deviation));
        made.holds("vol_idx_eurusd", "vol_atr_45", full(range, W, Plain::mean));
        made.holds("vol_idx_eurusd", "vol_range_pct_90", full(y, 90, w -> 100 * (max(w) - min(w)) / Math.abs(mean(w))));
    }

    @Test
    void leastSquares() throws Exception {
        made.holds("reg_idx_eurusd", "reg_quad_coef_45", full(y, W, w -> parabola(w)[2]));
        made.holds("reg_idx_eurusd", "reg_lin_coef_45", full(y, W, w -> parabola(w)[1]));
        made.holds("reg_idx_eurusd", "reg_const_term_45", full(y, W, w -> parabola(w)[0]));
        made.holds("reg_bqx_eurusd", "reg_quad_coef_90", full(bqx, 90, w -> parabola(w)[2]));
        made.holds("reg_bqx_eurusd", "reg_residual_45", full(bqx, W, w -> w[44] - at(parabola(w), 44)));
        made.holds("reg_bqx_eurusd", "reg_r2_45", full(bqx, W, w -> 1 - rest(w) / (deviation(w) * deviation(w) * 44)));
        made.holds("reg_bqx_eurusd", "reg_resid_std_45", full(bqx, W, w -> Math.sqrt(rest(w) / 42)));
        made.holds("reg_bqx_eurusd", "reg_forecast_5_45", full(bqx, W, w -> {
            var b = parabola(w);
            return b[2] * (50 * 50 - 45 * 45) + 5 * b[1];
        }));
        made.holds(
                "reg_bqx_eurusd",
                "reg_slope_45",
                full(bqx, W, w -> covariance(w, each(W, j -> j)) / covariance(each(W, j -> j), each(W, j -> j))));
    }

    @Test
    void lags() throws Exception {
        made.holds("lag_idx_eurusd", "close_lag_45", tail(lag(y, W), W));
        made.holds("lag_idx_eurusd", "sma_90", tail(full(y, 91, Plain::mean), W));
        made.holds("lag_bqx_eurusd", "return_lag_45", tail(minus(bqx, lag(bqx, W)), W));
        made.holds(
                "lag_bqx_eurusd",
                "sma_half_45",
                each(y.length - W, i -> i + W < 45 + W ? Double.NaN : full(bqx, 22, Plain::mean)[i + W]));
        made.holds("lag_bqx_eurusd", "hl_range_45", tail(full(bqx, 46, w -> max(w) - min(w)), W));
    }

    @Test
    void regimesKnowNoMoreThanTheirFirstHalf() throws Exception {
        var measure = made.column("regime_bqx_eurusd", "hl_range_45");
        var known = Arrays.stream(measure, 0, y.length / 2 - W)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double at = 0.33 * (known.length - 1);
        double third = known[(int) at] + (at - (int) at) * (known[(int) at + 1] - known[(int) at]);
        made.holds("regime_bqx_eurusd", "hl_range_p33_45", each(measure.length, i -> third));
        made.holds(
                "regime_bqx_eurusd",
                "CASE WHEN hl_range_regime_45 = 'low' THEN 1 WHEN hl_range_45 IS NOT NULL THEN 0 END",
                each(measure.length, i -> Double.isNaN(measure[i]) ? Double.NaN : measure[i] <= third ? 1 : 0));
    }

    @Test
    void turns() throws Exception {
        var first = minus(bqx, lag(bqx, 1));
        made.holds("der_bqx_eurusd", "der_v2_45", minus(first, lag(first, 1)));
        made.holds("rev_bqx_eurusd", "rev_decel_45", minus(first, lag(first, 1)));
        made.holds("div_bqx_eurusd", "div_45_90", minus(bqx, bqx90));
        made.holds("ext_bqx_eurusd", "ext_zscore_45", full(bqx, 720, w -> (w[719] - mean(w)) / deviation(w)));
        made.holds(
                "mrt_bqx_eurusd",
                "mrt_tension_45",
                each(y.length, i -> i < 765 ? Double.NaN : Math.abs(bqx[i]) * (1 - again(i))));
        made.holds("cyc_bqx_eurusd", "cyc_intervals_since_zero", each(y.length, Plainer::sinceZero));
    }

    /// Cases that need the series.
    private static final class Plainer {
        static double sinceZero(int row) {
            for (int i = row; i > 0; i--) {
                if (!Double.isNaN(bqx[i - 1]) && Math.signum(bqx[i]) != Math.signum(bqx[i - 1])) {
                    return row - i;
                }
            }
            return Double.NaN;
        }
    }

    private static double again(int row) {
        int from = row - 719;
        return correlation(Arrays.copyOfRange(bqx, from, row + 1), Arrays.copyOfRange(bqx, from - 1, row));
    }

    private static double at(double[] b, double j) {
        return b[0] + b[1] * j + b[2] * j * j;
    }

    private static double rest(double[] w) {
        var b = parabola(w);
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            sum += Math.pow(w[j] - at(b, j), 2);
        }
        return sum;
    }

    private static double[] tail(double[] x, int from) {
        return Arrays.copyOfRange(x, from, x.length);
    }
}

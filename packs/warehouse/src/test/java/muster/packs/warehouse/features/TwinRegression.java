package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;
import static muster.packs.warehouse.features.Plain.minus;
import static muster.packs.warehouse.features.Plain.over;

import java.util.Arrays;

/// `reg` in plain loops: what both formulas share, then the parabola of least squares by the normal equations, or that
/// of the notes.
final class TwinRegression {
    private static final double CONFIDENCE = 1.96;

    private TwinRegression() {}

    static Twin reg(TwinPair pair) {
        var twin = new Twin().say("pair", pair.rows(), _ -> pair.pair()).put("source_value", pair.y());
        for (int w : pair.windows()) {
            moments(pair, twin, w);
            if (pair.corrected()) {
                leastSquares(pair, twin, w);
            } else {
                stated(pair, twin, w);
            }
            terms(pair, twin, w);
        }
        return twin;
    }

    private static void moments(TwinPair pair, Twin twin, int w) {
        var y = pair.y();
        var mean = pair.over(y, w, Plain::mean);
        var deviation = pair.over(y, w, Plain::deviation);
        var first = pair.first(w);
        var most = pair.over(y, w, Plain::max);
        var least = pair.over(y, w, Plain::min);
        twin.put("reg_mean_" + w, mean)
                .put("reg_std_" + w, deviation)
                .put("reg_min_" + w, least)
                .put("reg_max_" + w, most)
                .put("reg_first_" + w, first)
                .put("reg_total_var_" + w, pair.over(y, w, TwinRegression::variance))
                .put("reg_direction_" + w, each(y.length, i -> Math.signum(y[i] - first[i])))
                .put("reg_deviation_" + w, minus(y, mean))
                .put("reg_zscore_" + w, over(minus(y, mean), deviation))
                .put(
                        "reg_range_pct_" + w,
                        each(y.length, i -> mean[i] == 0 ? Double.NaN : 100 * (most[i] - least[i]) / mean[i]));
    }

    private static double variance(double[] x) {
        double mean = Plain.mean(x);
        double sum = 0;
        for (double value : x) {
            sum += (value - mean) * (value - mean);
        }
        return sum / x.length;
    }

    private static void terms(TwinPair pair, Twin twin, int w) {
        var quad = twin.get("reg_quad_coef_" + w);
        var lin = twin.get("reg_lin_coef_" + w);
        var mean = twin.get("reg_mean_" + w);
        int rows = pair.rows();
        twin.put("reg_lin_term_" + w, each(rows, i -> lin[i] * w))
                .put("reg_quad_term_" + w, each(rows, i -> quad[i] * w * w))
                .put("reg_acceleration_" + w, each(rows, i -> 2 * quad[i]))
                .putSide("reg_curv_sign_" + w, quad, Math::signum)
                .put("reg_trend_str_" + w, over(each(rows, i -> lin[i] * w), twin.get("reg_std_" + w)))
                .put("reg_forecast_5_" + w, each(rows, i -> quad[i] * ((w + 5) * (w + 5) - w * w) + 5 * lin[i]))
                .put("reg_quad_norm_" + w, over(each(rows, i -> quad[i] * w * w * (w - 1) * (w - 1)), mean))
                .put("reg_lin_norm_" + w, over(each(rows, i -> lin[i] * w * (w - 1)), mean))
                .put("reg_resid_norm_" + w, over(twin.get("reg_residual_" + w), mean));
    }

    private static void leastSquares(TwinPair pair, Twin twin, int w) {
        var y = pair.y();
        var fits = fits(y, w);
        var now = each(y.length, i -> at(fits[i], w - 1));
        var rest = each(y.length, i -> i + 1 < w ? Double.NaN : rest(Arrays.copyOfRange(y, i + 1 - w, i + 1), fits[i]));
        var total = twin.get("reg_total_var_" + w);
        double spread = leverage(w);
        twin.put(
                        "reg_slope_" + w,
                        Plain.full(y, w, x -> Plain.covariance(x, places(w)) / Plain.covariance(places(w), places(w))))
                .put("reg_quad_coef_" + w, each(y.length, i -> fits[i][2]))
                .put("reg_lin_coef_" + w, each(y.length, i -> fits[i][1]))
                .put("reg_const_term_" + w, each(y.length, i -> fits[i][0]))
                .putLoose("reg_residual_" + w, minus(y, now))
                .putLoose("reg_resid_last_" + w, minus(y, now))
                .putLoose("reg_resid_var_" + w, each(y.length, i -> rest[i] / (w - 3)))
                .putLoose("reg_resid_std_" + w, each(y.length, i -> Math.sqrt(rest[i] / (w - 3))))
                .putLoose("reg_rmse_" + w, each(y.length, i -> Math.sqrt(rest[i] / w)))
                .put("reg_r2_" + w, each(y.length, i -> total[i] == 0 ? Double.NaN : 1 - rest[i] / w / total[i]))
                .putLoose(
                        "reg_ci_lower_" + w,
                        each(y.length, i -> now[i] - CONFIDENCE * Math.sqrt(rest[i] / (w - 3) * spread)))
                .putLoose(
                        "reg_ci_upper_" + w,
                        each(y.length, i -> now[i] + CONFIDENCE * Math.sqrt(rest[i] / (w - 3) * spread)));
    }

    /// How much the last value counts for its own estimate: the value there of the parabola through a lone 1.
    private static double leverage(int w) {
        return at(Plain.parabola(each(w, j -> j == w - 1 ? 1 : 0)), w - 1);
    }

    private static double[] places(int w) {
        return each(w, j -> j);
    }

    private static double at(double[] b, double j) {
        return b[0] + b[1] * j + b[2] * j * j;
    }

    /// Coefficients of each window; NaN where it is not full.
    private static double[][] fits(double[] y, int w) {
        var none = new double[] {Double.NaN, Double.NaN, Double.NaN};
        var fits = new double[y.length][];
        Arrays.setAll(
                fits,
                i -> i + 1 < w || Double.isNaN(y[i + 1 - w])
                        ? none
                        : Plain.parabola(Arrays.copyOfRange(y, i + 1 - w, i + 1)));
        return fits;
    }

    private static double rest(double[] x, double[] b) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += Math.pow(x[j] - at(b, j), 2);
        }
        return sum;
    }

    private static void stated(TwinPair pair, Twin twin, int w) {
        var y = pair.y();
        var mean = twin.get("reg_mean_" + w);
        var first = twin.get("reg_first_" + w);
        var deviation = twin.get("reg_std_" + w);
        var z = over(minus(y, mean), deviation);
        double half = CONFIDENCE / Math.sqrt(w);
        var b2 = each(y.length, i -> (first[i] - 2 * mean[i] + y[i]) / ((w - 1) * (w - 1) / 2.0));
        var b1 = each(y.length, i -> (y[i] - first[i]) / (w - 1) - b2[i] * (w - 1));
        var total = twin.get("reg_total_var_" + w);
        twin.put("reg_quad_coef_" + w, b2)
                .put("reg_lin_coef_" + w, b1)
                .put("reg_const_term_" + w, first)
                .put("reg_slope_" + w, each(y.length, i -> slope(y, i, w)))
                .put("reg_residual_" + w, each(y.length, i -> y[i] - (b2[i] * w * w + b1[i] * w + first[i])))
                .put("reg_resid_var_" + w, each(y.length, i -> deviation[i] * deviation[i]))
                .put(
                        "reg_r2_" + w,
                        each(y.length, i -> total[i] == 0 ? Double.NaN : 1 - deviation[i] * deviation[i] / total[i]))
                .put("reg_rmse_" + w, deviation)
                .put("reg_resid_std_" + w, deviation)
                .put("reg_resid_min_" + w, minus(twin.get("reg_min_" + w), mean))
                .put("reg_resid_max_" + w, minus(twin.get("reg_max_" + w), mean))
                .put("reg_resid_last_" + w, minus(y, mean))
                .put("reg_resid_skew_" + w, each(y.length, i -> Math.pow(z[i], 3)))
                .put("reg_resid_kurt_" + w, each(y.length, i -> Math.pow(z[i], 4) - 3))
                .put("reg_ci_lower_" + w, each(y.length, i -> y[i] - half * deviation[i]))
                .put("reg_ci_upper_" + w, each(y.length, i -> y[i] + half * deviation[i]));
    }

    /// With `W` for the number of rows even where there are fewer, and row numbers of rows without a value counted.
    private static double slope(double[] y, int row, int w) {
        double n = 0;
        double nn = 0;
        double ny = 0;
        double sum = 0;
        int values = 0;
        for (int j = Math.max(0, row - w + 1); j <= row; j++) {
            n += j + 1;
            nn += (j + 1.0) * (j + 1);
            values += Double.isNaN(y[j]) ? 0 : 1;
            ny += Double.isNaN(y[j]) ? 0 : (j + 1) * y[j];
            sum += Double.isNaN(y[j]) ? 0 : y[j];
        }
        return values == 0 ? Double.NaN : (w * ny - n * sum) / (w * nn - n * n);
    }
}

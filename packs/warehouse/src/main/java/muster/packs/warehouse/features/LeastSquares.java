package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Series.ratio;

/// The parabola of least squares over a full window.
///
/// With `u` the place from the window's middle, `u` and `u²` are uncorrelated, so their coefficients are `cov(y,
/// u) / var(u)` and `cov(y, u²) / var(u²)` with `var(u) = (W² - 1) / 12` and `var(u²) = (W² - 1)(W² - 4) / 180`.
/// Covariances are taken with the row number, which is `u` moved by `m`: cov(y, u²) = cov(y, n²) - 2 m cov(y, n).
final class LeastSquares {

    private LeastSquares() {}

    static void coefficients(Sheet sheet, Series series, int w) {
        var linear = "(covar_pop(y, n) OVER w%d) / %s".formatted(w, linearVariance(w));
        var middle = "(n - %s)".formatted((w - 1) / 2.0);
        var quadratic = "(covar_pop(y, n * n) OVER w%1$d - 2 * %2$s * covar_pop(y, n) OVER w%1$d) / %3$s"
                .formatted(w, middle, quadraticVariance(w));
        sheet.put("reg_slope_" + w, series.full(w, linear))
                .put("reg_quad_coef_" + w, series.full(w, quadratic))
                .put("reg_lin_coef_" + w, series.full(w, "%s - %s * %d".formatted(linear, quadratic, w - 1)))
                .put(
                        "reg_const_term_" + w,
                        series.full(
                                w,
                                "reg_mean_%d - %s * %s + %s * %s"
                                        .formatted(w, linear, (w - 1) / 2.0, quadratic, edge(w))));
    }

    static void quality(Sheet sheet, int w, String confidence) {
        var explained = "(power(reg_slope_%1$d, 2) * %2$s + power(reg_quad_coef_%1$d, 2) * %3$s)"
                .formatted(w, linearVariance(w), quadraticVariance(w));
        var rest = notBelowZero("reg_total_var_%d - %s".formatted(w, explained));
        var variance = "(%s) * %d / %s".formatted(rest, w, w - 3.0);
        var now = "(reg_mean_%1$d + reg_slope_%1$d * %2$s + reg_quad_coef_%1$d * %3$s)"
                .formatted(w, (w - 1) / 2.0, edge(w));
        var half = "%s * sqrt(%s * %s)".formatted(confidence, variance, leverage(w));
        sheet.put("reg_residual_" + w, "y - " + now)
                .put("reg_resid_last_" + w, "y - " + now)
                .put("reg_resid_var_" + w, variance)
                .put("reg_resid_std_" + w, "sqrt(%s)".formatted(variance))
                .put("reg_rmse_" + w, "sqrt(%s)".formatted(rest))
                .put("reg_r2_" + w, ratio(explained, "reg_total_var_" + w))
                .put("reg_ci_lower_" + w, now + " - " + half)
                .put("reg_ci_upper_" + w, now + " + " + half);
    }

    /// What rounding made negative is 0; NULL stays NULL, which `greatest` alone would pass over.
    private static String notBelowZero(String expression) {
        return "greatest(0, %1$s) + 0 * (%1$s)".formatted(expression);
    }

    static double linearVariance(int w) {
        return ((double) w * w - 1) / 12;
    }

    static double quadraticVariance(int w) {
        return ((double) w * w - 1) * ((double) w * w - 4) / 180;
    }

    /// `u²` less its mean, at either end of the window.
    private static double edge(int w) {
        return (w - 1) / 2.0 * (w - 1) / 2.0 - linearVariance(w);
    }

    /// How much the value at the end of the window counts for its own estimate.
    private static double leverage(int w) {
        return (1 + (w - 1) / 2.0 * (w - 1) / 2.0 / linearVariance(w) + edge(w) * edge(w) / quadraticVariance(w)) / w;
    }
}

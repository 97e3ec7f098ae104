package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Series.ratio;

/// Parabolas through windows: `reg`. With `j` the place in the window from 0, `y ~ quad_coef j² + lin_coef j +
/// const_term`.
final class Regression {
    /// Two-sided 95 % of the normal distribution.
    private static final String CONFIDENCE = "1.96";

    private Regression() {}

    static Sheet reg(Series series) {
        var sheet = series.sheet(series.windows())
                .let("n", "CAST(row_number() OVER t AS DOUBLE PRECISION)")
                .put("pair", "'%s'".formatted(series.pair()))
                .put("source_value", "y");
        for (int w : series.windows()) {
            sheet.put("reg_mean_" + w, series.full(w, "avg(y) OVER w" + w))
                    .put("reg_std_" + w, series.full(w, "stddev_samp(y) OVER w" + w))
                    .put("reg_min_" + w, series.full(w, "min(y) OVER w" + w))
                    .put("reg_max_" + w, series.full(w, "max(y) OVER w" + w))
                    .put("reg_first_" + w, series.full(w, "first_value(y) OVER w" + w))
                    .put("reg_total_var_" + w, series.full(w, "var_pop(y) OVER w" + w));
        }
        sheet.next();
        for (int w : series.windows()) {
            coefficients(sheet, series, w);
        }
        sheet.next();
        for (int w : series.windows()) {
            terms(sheet, w);
        }
        sheet.next();
        for (int w : series.windows()) {
            quality(sheet, series, w);
        }
        sheet.next();
        for (int w : series.windows()) {
            sheet.put("reg_resid_norm_" + w, ratio("reg_residual_" + w, "reg_mean_" + w));
        }
        return sheet;
    }

    private static void coefficients(Sheet sheet, Series series, int w) {
        if (series.isCorrected()) {
            LeastSquares.coefficients(sheet, series, w);
        } else {
            StatedParabola.coefficients(sheet, w);
        }
    }

    /// What follows from the coefficients, whichever they are.
    private static void terms(Sheet sheet, int w) {
        sheet.put("reg_direction_" + w, "sign(y - reg_first_%d)".formatted(w))
                .put("reg_deviation_" + w, "y - reg_mean_" + w)
                .put("reg_zscore_" + w, ratio("y - reg_mean_" + w, "reg_std_" + w))
                .put(
                        "reg_range_pct_" + w,
                        "100 * " + ratio("reg_max_%1$d - reg_min_%1$d".formatted(w), "reg_mean_" + w))
                .put("reg_lin_term_" + w, "reg_lin_coef_%1$d * %1$d".formatted(w))
                .put("reg_quad_term_" + w, "reg_quad_coef_%d * %d".formatted(w, (long) w * w))
                .put("reg_acceleration_" + w, "2 * reg_quad_coef_" + w)
                .put("reg_curv_sign_" + w, "sign(reg_quad_coef_%d)".formatted(w))
                .put(
                        "reg_forecast_5_" + w,
                        "reg_quad_coef_%1$d * %2$d + 5 * reg_lin_coef_%1$d".formatted(w, 10L * w + 25))
                .put(
                        "reg_quad_norm_" + w,
                        ratio(
                                "reg_quad_coef_%1$d * %2$d.0".formatted(w, (long) w * w * (w - 1L) * (w - 1L)),
                                "reg_mean_" + w))
                .put(
                        "reg_lin_norm_" + w,
                        ratio("reg_lin_coef_%1$d * %2$d.0".formatted(w, (long) w * (w - 1L)), "reg_mean_" + w));
    }

    private static void quality(Sheet sheet, Series series, int w) {
        sheet.put("reg_trend_str_" + w, ratio("reg_lin_term_" + w, "reg_std_" + w));
        if (series.isCorrected()) {
            LeastSquares.quality(sheet, w, CONFIDENCE);
        } else {
            StatedParabola.quality(sheet, w, CONFIDENCE);
        }
    }
}

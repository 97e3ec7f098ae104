package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Series.ratio;

/// The parabola of the notes, through the first value, the last, and a middle made of the mean.
final class StatedParabola {

    private StatedParabola() {}

    static void coefficients(Sheet sheet, int w) {
        var quad = "(reg_first_%1$d - 2 * reg_mean_%1$d + y) / %2$s".formatted(w, (w - 1L) * (w - 1L) / 2.0);
        sheet.put("reg_quad_coef_" + w, quad)
                .put("reg_lin_coef_" + w, "(y - reg_first_%1$d) / %2$d - %3$s * %2$d".formatted(w, w - 1, quad))
                .put("reg_const_term_" + w, "reg_first_" + w)
                .put(
                        "reg_slope_" + w,
                        ratio(
                                "%1$d * sum(n * y) OVER w%1$d - sum(n) OVER w%1$d * sum(y) OVER w%1$d".formatted(w),
                                "%1$d * sum(n * n) OVER w%1$d - power(sum(n) OVER w%1$d, 2)".formatted(w)));
    }

    static void quality(Sheet sheet, int w, String confidence) {
        var deviation = "(y - reg_mean_%d)".formatted(w);
        var scaled = ratio("abs(y - reg_mean_%d)".formatted(w), "reg_std_" + w);
        var half = "%s * reg_std_%d / %s".formatted(confidence, w, Math.sqrt(w));
        sheet.put(
                        "reg_residual_" + w,
                        "y - (reg_quad_term_%1$d + reg_lin_term_%1$d + reg_const_term_%1$d)".formatted(w))
                .put("reg_resid_var_" + w, "power(reg_std_%d, 2)".formatted(w))
                .put("reg_r2_" + w, "1 - " + ratio("power(reg_std_%d, 2)".formatted(w), "reg_total_var_" + w))
                .put("reg_rmse_" + w, "reg_std_" + w)
                .put("reg_resid_std_" + w, "reg_std_" + w)
                .put("reg_resid_min_" + w, "reg_min_%1$d - reg_mean_%1$d".formatted(w))
                .put("reg_resid_max_" + w, "reg_max_%1$d - reg_mean_%1$d".formatted(w))
                .put("reg_resid_last_" + w, deviation)
                .put("reg_resid_skew_" + w, "sign%s * power(%s, 3)".formatted(deviation, scaled))
                .put("reg_resid_kurt_" + w, "power(%s, 4) - 3".formatted(scaled))
                .put("reg_ci_lower_" + w, "y - " + half)
                .put("reg_ci_upper_" + w, "y + " + half);
    }
}

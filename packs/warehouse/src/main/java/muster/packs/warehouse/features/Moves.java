package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Series.ratio;

/// How a value moves: `mom` and `vol`. The notes have the names and windows of their columns; the formulas are the
/// usual ones.
final class Moves {
    private static final int LONGEST_MOMENTUM = 1440;
    private static final int LONGEST_VOLATILITY = 720;

    private Moves() {}

    static Sheet mom(Series series) {
        var windows = series.upTo(LONGEST_MOMENTUM);
        var sheet = series.sheet(windows).let("step", "y - lag(y, 1) OVER t");
        for (int w : windows) {
            sheet.put("mom_diff_" + w, "y - lag(y, %d) OVER t".formatted(w));
        }
        sheet.next();
        for (int w : windows) {
            sheet.put("mom_roc_" + w, "100 * " + ratio("mom_diff_" + w, "y - mom_diff_" + w))
                    .put("mom_dir_" + w, "sign(mom_diff_%d)".formatted(w))
                    .put(
                            "mom_pos_count_" + w,
                            series.full(w, "step", "sum(CASE WHEN step > 0 THEN 1 ELSE 0 END) OVER w" + w))
                    .put("mom_strength_" + w, ratio("abs(mom_diff_%d)".formatted(w), "sum(abs(step)) OVER w" + w))
                    .put(
                            "mom_zscore_" + w,
                            series.full(
                                    w,
                                    "mom_diff_" + w,
                                    ratio(
                                            "mom_diff_%1$d - avg(mom_diff_%1$d) OVER w%1$d".formatted(w),
                                            "stddev_samp(mom_diff_%1$d) OVER w%1$d".formatted(w))));
        }
        sheet.next();
        for (int w : windows) {
            sheet.put(
                    "mom_roc_smooth_" + w, series.full(w, "mom_roc_" + w, "avg(mom_roc_%1$d) OVER w%1$d".formatted(w)));
        }
        return sheet;
    }

    /// Realized: standard deviation of one-row changes, of logarithms for prices. True range: Wilder 1978; for
    /// momentum, which has no bars, the size of the change.
    static Sheet vol(Series series) {
        var windows = series.upTo(LONGEST_VOLATILITY);
        var momentum = series.isMomentum();
        var sheet = series.sheet(windows)
                .let("step", momentum ? "y - lag(y, 1) OVER t" : "ln(y / lag(y, 1) OVER t)")
                .let(
                        "true_range",
                        momentum
                                ? "abs(y - lag(y, 1) OVER t)"
                                : "greatest(h, coalesce(lag(y, 1) OVER t, h)) - least(l, coalesce(lag(y, 1) OVER t, l))");
        sheet.next();
        for (int w : windows) {
            sheet.put("vol_realized_" + w, series.full(w, "step", "stddev_samp(step) OVER w" + w))
                    .put("vol_atr_" + w, series.full(w, "true_range", "avg(true_range) OVER w" + w))
                    .put(
                            "vol_range_pct_" + w,
                            series.full(
                                    w,
                                    "100 * "
                                            + ratio(
                                                    "max(y) OVER w%1$d - min(y) OVER w%1$d".formatted(w),
                                                    "abs(avg(y) OVER w%d)".formatted(w))))
                    .put(
                            "vol_normalized_" + w,
                            series.full(
                                    w,
                                    "true_range",
                                    ratio("avg(true_range) OVER w" + w, "abs(avg(y) OVER w%d)".formatted(w))));
        }
        sheet.next();
        for (int w : windows) {
            var realized = "vol_realized_%1$d) OVER w%1$d".formatted(w);
            sheet.put("vol_of_vol_" + w, series.full(w, "vol_realized_" + w, "stddev_samp(" + realized))
                    .put(
                            "vol_zscore_" + w,
                            series.full(
                                    w,
                                    "vol_realized_" + w,
                                    ratio(
                                            "vol_realized_%d - avg(%s".formatted(w, realized),
                                            "stddev_samp(" + realized)));
        }
        return sheet;
    }
}

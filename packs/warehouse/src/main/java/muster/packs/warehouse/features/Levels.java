package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Series.ratio;

import java.util.List;

/// Where a value stands within its windows: `agg` and `align`.
final class Levels {
    /// The notes use the windows up to this one in `align`.
    private static final int LONGEST_ALIGNED = 1440;

    private Levels() {}

    static Sheet agg(Series series) {
        var sheet = series.sheet(series.windows());
        for (int w : series.windows()) {
            sheet.put("agg_mean_" + w, series.full(w, "avg(y) OVER w" + w))
                    .put("agg_std_" + w, series.full(w, "stddev_samp(y) OVER w" + w))
                    .put("agg_min_" + w, series.full(w, "min(y) OVER w" + w))
                    .put("agg_max_" + w, series.full(w, "max(y) OVER w" + w))
                    .put("agg_sum_" + w, series.full(w, "sum(y) OVER w" + w))
                    .put("agg_count_" + w, "count(y) OVER w" + w);
        }
        sheet.next();
        for (int w : series.windows()) {
            sheet.put("agg_range_" + w, "agg_max_%1$d - agg_min_%1$d".formatted(w))
                    .put("agg_cv_" + w, ratio("agg_std_" + w, "agg_mean_" + w))
                    .put("agg_position_" + w, ratio("y - agg_min_" + w, "agg_max_%1$d - agg_min_%1$d".formatted(w)));
        }
        return sheet;
    }

    static Sheet align(Series series) {
        var windows = series.upTo(LONGEST_ALIGNED);
        var sheet = series.sheet(windows);
        for (int w : windows) {
            sheet.let("mean" + w, series.full(w, "avg(y) OVER w" + w))
                    .let("sd" + w, series.full(w, "stddev_samp(y) OVER w" + w))
                    .let("lo" + w, series.full(w, "min(y) OVER w" + w))
                    .let("hi" + w, series.full(w, "max(y) OVER w" + w))
                    .put("dir_" + w, series.full(w, "sign(y - first_value(y) OVER w%d)".formatted(w)));
        }
        sheet.next();
        for (int w : windows) {
            sheet.put("pos_" + w, ratio("y - lo" + w, "hi%1$d - lo%1$d".formatted(w)))
                    .put("zscore_" + w, ratio("y - mean" + w, "sd" + w));
        }
        return neighbours(sheet.next(), windows);
    }

    private static Sheet neighbours(Sheet sheet, List<Integer> windows) {
        var trends = new StringBuilder("0");
        var means = new StringBuilder("0");
        for (int i = 1; i < windows.size(); i++) {
            int a = windows.get(i - 1);
            int b = windows.get(i);
            sheet.put("align_trend_%d_%d".formatted(a, b), "dir_%d * dir_%d".formatted(a, b))
                    .put("align_mean_%d_%d".formatted(a, b), "mean%d - mean%d".formatted(a, b))
                    .put("align_pos_diff_%d_%d".formatted(a, b), "pos_%d - pos_%d".formatted(a, b))
                    .put("align_zscore_diff_%d_%d".formatted(a, b), "zscore_%d - zscore_%d".formatted(a, b));
            trends.append(" + dir_%d * dir_%d".formatted(a, b));
            means.append(" + sign(mean%d - mean%d)".formatted(a, b));
        }
        int pairs = Math.max(1, windows.size() - 1);
        return sheet.put("align_trend_score", "(%s) / %d.0".formatted(trends, pairs))
                .put("align_mean_score", "(%s) / %d.0".formatted(means, pairs))
                .put("align_unanimous", Series.flag("(%s) = %d".formatted(trends, pairs)));
    }
}

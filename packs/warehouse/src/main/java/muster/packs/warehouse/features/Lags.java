package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Series.ratio;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/// Earlier values and classes of unrest: `lag` and `regime`, all windows of a pair in one table.
final class Lags {
    /// The notes have these two alone.
    private static final List<Integer> WINDOWS = List.of(45, 90);

    private static final Map<String, String> BAR =
            new TreeMap<>(Map.of("open", "o", "high", "h", "low", "l", "close", "y", "volume", "v"));

    private Lags() {}

    static List<Integer> windows(Series series) {
        return WINDOWS.stream().filter(series.windows()::contains).toList();
    }

    static Sheet lag(Series series) {
        var windows = windows(series);
        var sheet = inputs(series, windows);
        if (series.isMomentum()) {
            sheet.put("bqx_close", "y");
        }
        for (int w : windows) {
            if (series.isMomentum()) {
                ofMomentum(sheet, series, w);
            } else {
                ofPrice(sheet, series, w);
            }
        }
        windows.forEach(w -> sheet.keep("return_lag_" + w, "volatility_" + w, "hl_range_" + w, "momentum_" + w));
        return sheet.where("n > " + windows.getFirst());
    }

    private static void ofPrice(Sheet sheet, Series series, int w) {
        BAR.forEach(
                (name, value) -> sheet.put("%s_lag_%d".formatted(name, w), "lag(%s, %d) OVER t".formatted(value, w)));
        sheet.put("sma_" + w, beyond(series, w, "avg(y) OVER v" + w))
                .put("volume_sma_" + w, beyond(series, w, "avg(v) OVER v" + w));
    }

    private static void ofMomentum(Sheet sheet, Series series, int w) {
        sheet.put("bqx_lag_" + w, "lag(y, %d) OVER t".formatted(w))
                .put("sma_" + w, beyond(series, w, "avg(y) OVER v" + w))
                .put((series.isCorrected() ? "sma_half_" : "ema_") + w, beyond(series, w, "avg(y) OVER w" + w / 2))
                .put(
                        "positive_ratio_" + w,
                        ofSteps(series, w, "100 * avg(CASE WHEN step > 0 THEN 1.0 WHEN step <= 0 THEN 0.0 END)"));
    }

    /// What both tables need. Windows here are the row and the `W` before it.
    private static Sheet inputs(Series series, List<Integer> windows) {
        var frames = new TreeSet<>(windows);
        windows.forEach(w -> frames.add(w / 2));
        var sheet = new Sheet(series.from(), List.copyOf(frames))
                .let("n", "row_number() OVER t")
                .let("step", series.isMomentum() ? "y - lag(y, 1) OVER t" : "y / lag(y, 1) OVER t - 1");
        windows.forEach(w -> sheet.let("beyond" + w, "count(y) OVER v%d = %d".formatted(w, w + 1)));
        sheet.next();
        for (int w : windows) {
            var change = "y - lag(y, %d) OVER t".formatted(w);
            var share = ratio(change, "lag(y, %d) OVER t".formatted(w));
            var difference = series.isMomentum() && series.isCorrected();
            sheet.let("return_lag_" + w, difference ? change : share)
                    .let("momentum_" + w, momentum(series, w, change))
                    .let("volatility_" + w, ofSteps(series, w, "stddev_samp(step)"))
                    .let("hl_range_" + w, beyond(series, w, range(series, w)));
        }
        return sheet.next();
    }

    private static String momentum(Series series, int w, String change) {
        return series.isMomentum() && !series.isCorrected()
                ? "100 * " + ratio(change, "abs(lag(y, %d) OVER t)".formatted(w))
                : change;
    }

    private static String range(Series series, int w) {
        return (series.isMomentum() ? "max(y) OVER v%1$d - min(y) OVER v%1$d" : "max(h) OVER v%1$d - min(l) OVER v%1$d")
                .formatted(w);
    }

    /// A window of `W + 1` rows has `W` steps. The stated formulas take the one that leads into it too, if there is
    /// one.
    private static String ofSteps(Series series, int w, String figure) {
        return series.full(w, "step", figure + " OVER " + (series.isCorrected() ? "w" : "v") + w);
    }

    private static String beyond(Series series, int w, String expression) {
        return series.isCorrected() ? "CASE WHEN beyond%d THEN %s END".formatted(w, expression) : expression;
    }

    /// Thirds of a measure by its 33rd and 66th percentile.
    static Sheet regime(Series series) {
        var windows = windows(series);
        var measures = series.isMomentum()
                ? List.of("volatility", "hl_range", "return_lag", "momentum")
                : List.of("volatility", "hl_range", "return_lag");
        var known = inputs(series, windows).where("n > " + windows.getFirst());
        windows.forEach(w -> measures.forEach(measure -> known.keep(measure + "_" + w)));
        var rows = known.keep("n").sql();
        var thresholds = new StringJoiner(", ");
        windows.forEach(w -> measures.forEach(measure -> List.of(33, 66)
                .forEach(p -> thresholds.add("percentile_cont(0.%1$d) WITHIN GROUP (ORDER BY %2$s) AS %3$s_p%1$d_%4$d"
                        .formatted(p, size(measure, w), measure, w)))));
        // DISTINCT, since where a percentile is no aggregate every row has it.
        var some = series.isCorrected() ? " WHERE n <= (SELECT max(n) / 2 FROM (%s) h)".formatted(rows) : "";
        var sheet = new Sheet(
                "((%s) r CROSS JOIN (SELECT DISTINCT %s FROM (%s) a%s) p)".formatted(rows, thresholds, rows, some),
                windows);
        windows.forEach(w -> measures.forEach(measure -> classes(sheet, measure, w)));
        return sheet;
    }

    private static void classes(Sheet sheet, String measure, int w) {
        var form =
                "CASE WHEN %1$s IS NULL THEN NULL WHEN %1$s <= %2$s_p33_%3$d THEN %4$s WHEN %1$s <= %2$s_p66_%3$d THEN %5$s ELSE %6$s END";
        sheet.keep(measure + "_" + w, "%s_p33_%d".formatted(measure, w), "%s_p66_%d".formatted(measure, w))
                .put(
                        "%s_regime_%d".formatted(measure, w),
                        form.formatted(size(measure, w), measure, w, "'low'", "'medium'", "'high'"))
                .put(
                        "%s_regime_code_%d".formatted(measure, w),
                        form.formatted(size(measure, w), measure, w, "0", "1", "2"));
    }

    private static String size(String measure, int w) {
        return measure.equals("return_lag") || measure.equals("momentum")
                ? "abs(%s_%d)".formatted(measure, w)
                : measure + "_" + w;
    }
}

package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Series.ratio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Changes of movement, and how far it is from its usual: `der`, `rev`, `div`, `ext`, `mrt`, `cyc`. They are made from
/// momentum by window.
final class Turns {
    /// Rows over which the notes say what is usual.
    private static final int USUAL = 720;

    private Turns() {}

    static Sheet der(Series series) {
        var sheet = series.sheet(series.windows());
        series.windows().forEach(w -> sheet.put("der_v1_" + w, "x%1$d - lag(x%1$d, 1) OVER t".formatted(w)));
        sheet.next();
        series.windows()
                .forEach(w -> sheet.put("der_v2_" + w, "der_v1_%1$d - lag(der_v1_%1$d, 1) OVER t".formatted(w)));
        var second = series.windows().stream().map(w -> "der_v2_" + w).collect(Collectors.joining(" + "));
        return sheet.next()
                .put(
                        "der_v3_composite",
                        "(%s) / %d.0".formatted(second, series.windows().size()));
    }

    static Sheet rev(Series series) {
        var sheet = series.sheet(series.windows());
        series.windows()
                .forEach(w -> sheet.put(
                        "rev_decel_" + w, "x%1$d - 2 * lag(x%1$d, 1) OVER t + lag(x%1$d, 2) OVER t".formatted(w)));
        int first = series.windows().getFirst();
        return sheet.next()
                .put("rev_exhaustion", "-abs(y) * sign(rev_decel_%d)".formatted(first))
                .put(
                        "rev_turning_prob",
                        series.full(
                                first,
                                "rev_decel_" + first,
                                "1 / (1 + exp(greatest(-50, least(50, %1$s)) + 0 * (%1$s)))"
                                        .formatted(ratio(
                                                "sign(y) * rev_decel_" + first,
                                                "stddev_samp(rev_decel_%1$d) OVER w%1$d".formatted(first)))));
    }

    static Sheet div(Series series) {
        var sheet = series.sheet(series.windows());
        var windows = series.windows();
        var equal = new StringBuilder("0");
        var pairs = new LinkedHashMap<String, String>();
        for (int i = 0; i < windows.size() / 2; i++) {
            difference(pairs, windows.get(i), windows.get(windows.size() - 1 - i));
        }
        for (int i = 1; i < windows.size(); i++) {
            int a = windows.get(i - 1);
            int b = windows.get(i);
            if (series.isCorrected()) {
                difference(pairs, a, b);
            }
            equal.append(" + ").append(Series.flag("sign(x%d) = sign(x%d)".formatted(a, b)));
        }
        pairs.forEach(sheet::put);
        return sheet.put("div_sign_alignment", equal.toString());
    }

    private static void difference(Map<String, String> pairs, int a, int b) {
        pairs.put("div_%d_%d".formatted(a, b), "x%d - x%d".formatted(a, b));
    }

    static Sheet ext(Series series) {
        var sheet = series.sheet(List.of(USUAL)).put("ext_distance_zero", "abs(y)");
        for (int w : series.windows()) {
            sheet.put(
                    "ext_zscore_" + w,
                    series.full(
                            USUAL,
                            "x" + w,
                            ratio(
                                    "x%1$d - avg(x%1$d) OVER w720".formatted(w),
                                    "stddev_samp(x%d) OVER w720".formatted(w))));
        }
        return sheet.next()
                .put(
                        "ext_sigma_band",
                        "greatest(-3, least(3, round(ext_zscore_%1$d))) + 0 * ext_zscore_%1$d"
                                .formatted(series.windows().getFirst()));
    }

    static Sheet mrt(Series series) {
        var sheet = series.sheet(List.of(USUAL));
        series.windows().forEach(w -> sheet.let("before" + w, "lag(x%d, 1) OVER t".formatted(w)));
        sheet.next();
        series.windows()
                .forEach(w -> sheet.let(
                        "again" + w,
                        series.full(USUAL, "before" + w, Series.correlation("x" + w, "before" + w, USUAL))));
        sheet.next();
        series.windows().forEach(w -> sheet.put("mrt_tension_" + w, "abs(x%1$d) * (1 - again%1$d)".formatted(w)));
        int first = series.windows().getFirst();
        return sheet.put(
                "mrt_half_life",
                "CASE WHEN again%1$d > 0 AND again%1$d < 1 THEN -ln(2e0) / ln(again%1$d) END".formatted(first));
    }

    static Sheet cyc(Series series) {
        return new Sheet(series.from(), List.of())
                .let("n", "row_number() OVER t")
                .let("crossed", "CASE WHEN sign(y) <> sign(lag(y, 1) OVER t) THEN 1 ELSE 0 END")
                .next()
                .let("crossings", "sum(crossed) OVER t")
                .let("latest", "max(CASE WHEN crossed = 1 THEN n END) OVER t")
                .let("earliest", "min(CASE WHEN crossed = 1 THEN n END) OVER t")
                .next()
                .put("cyc_intervals_since_zero", "n - latest")
                .put("cyc_avg_cycle_length", "CAST(latest - earliest AS DOUBLE PRECISION) / nullif(crossings - 1, 0)")
                .next()
                .put("cyc_current_cycle_progress", ratio("cyc_intervals_since_zero", "cyc_avg_cycle_length"));
    }
}

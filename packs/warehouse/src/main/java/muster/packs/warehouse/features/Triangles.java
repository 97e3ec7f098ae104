package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Series.ratio;

import java.util.List;
import muster.packs.warehouse.sql.Sql;

/// Three currencies whose pairs should multiply to one: `tri`. In market order base/quote, quote/cross and base/cross
/// are all pairs that are traded, so that none has to be inverted.
final class Triangles {
    private static final List<Integer> WINDOWS = List.of(45, 180);
    private static final List<String> TERMS =
            List.of("slope", "lin_term", "quad_term", "residual", "r2", "acceleration", "forecast_5", "trend_str");

    private Triangles() {}

    /// @param legs base/quote, quote/cross, base/cross
    static Sheet tri(List<Series> legs) {
        var value = Series.value(legs.getFirst().variant());
        var tables = legs.stream()
                .map(leg -> Sql.identifier(Series.base(leg.variant(), leg.pair())))
                .toList();
        var from =
                "(SELECT %1$s, v1, v2, v3 FROM (SELECT %1$s, %2$s AS v1 FROM %3$s) a FULL JOIN (SELECT %1$s, %2$s AS v3 FROM %5$s) c USING (%1$s) LEFT JOIN (SELECT %1$s, %2$s AS v2 FROM %4$s) b USING (%1$s)) s"
                        .formatted(Sheet.KEY, value, tables.get(0), tables.get(1), tables.get(2));
        var series = legs.getFirst();
        var sheet = currencies(new Sheet(from, WINDOWS), legs, List.of("base_curr", "quote_curr", "cross_curr"))
                .put("pair1_val", "v1")
                .put("pair2_val", "v2")
                .put("pair3_val", "v3")
                .put("synthetic_val", synthetic(series))
                .next()
                .put("tri_error", "v3 - synthetic_val")
                .next();
        WINDOWS.forEach(w -> sheet.let("full" + w, "count(tri_error) OVER w%1$d = %1$d".formatted(w)));
        return errors(sheet.next(), series);
    }

    private static String synthetic(Series series) {
        if (!series.isCorrected()) {
            return "v1 * v2";
        }
        return series.isMomentum() ? "100 * ((1 + v1 / 100) * (1 + v2 / 100) - 1)" : "v1 * v2 / 100";
    }

    private static Sheet errors(Sheet sheet, Series series) {
        sheet.put("error_ma_45", series.full(45, "avg(tri_error) OVER w45"))
                .put("error_ma_180", series.full(180, "avg(tri_error) OVER w180"))
                .let("error_std_45", series.full(45, "stddev_samp(tri_error) OVER w45"))
                .put("error_std_180", series.full(180, "stddev_samp(tri_error) OVER w180"));
        return sheet.next()
                .put("error_zscore", ratio("tri_error - error_ma_180", "error_std_180"))
                .put(
                        "error_regime",
                        "CASE WHEN error_std_45 > 1.5 * error_std_180 THEN 'high_vol' WHEN error_std_45 < 0.5 * error_std_180 THEN 'low_vol' %s 'normal' END"
                                .formatted(series.isCorrected() ? "WHEN error_std_180 IS NOT NULL THEN" : "ELSE"))
                .next()
                .put("arb_opportunity", Series.flag("abs(error_zscore) > 2"));
    }

    /// Terms of regressions instead of values; `abs` is the size of the combination.
    static Sheet reg(List<Series> legs) {
        var tables = legs.stream().map(leg -> Sql.identifier(leg.table("reg"))).toList();
        var series = legs.getFirst();
        var columns = new StringBuilder("a." + Sheet.KEY);
        for (int w : series.windows()) {
            for (var term : TERMS) {
                columns.append(
                        ", a.reg_%1$s_%2$d + b.reg_%1$s_%2$d - c.reg_%1$s_%2$d AS tri_%1$s_%2$d".formatted(term, w));
            }
        }
        var from = "(SELECT %s FROM %s a JOIN %s b ON b.%5$s = a.%5$s JOIN %s c ON c.%5$s = a.%5$s) s"
                .formatted(columns, tables.get(0), tables.get(1), tables.get(2), Sheet.KEY);
        var sheet = currencies(new Sheet(from, List.of()), legs, subjects(series));
        if (!series.isCorrected()) {
            sheet.put("pair_ab", "'%s'".formatted(legs.get(0).pair()))
                    .put("pair_bc", "'%s'".formatted(legs.get(1).pair()))
                    .put("pair_ac", "'%s'".formatted(legs.get(2).pair()));
        }
        for (int w : series.windows()) {
            TERMS.forEach(term -> sheet.keep("tri_%s_%d".formatted(term, w))
                    .put("tri_abs_%s_%d".formatted(term, w), "abs(tri_%s_%d)".formatted(term, w)));
        }
        return sheet;
    }

    /// The standard reserves the names of the corrected columns; the project's tables have the others.
    private static List<String> subjects(Series series) {
        return series.isCorrected()
                ? List.of("curr1", "curr2", "curr3")
                : List.of("currency1", "currency2", "currency3");
    }

    private static Sheet currencies(Sheet sheet, List<Series> legs, List<String> names) {
        int half = legs.getFirst().pair().length() / 2;
        var first = legs.getFirst().pair();
        return sheet.put(names.get(0), "'%s'".formatted(first.substring(0, half)))
                .put(names.get(1), "'%s'".formatted(first.substring(half)))
                .put(names.get(2), "'%s'".formatted(legs.getLast().pair().substring(half)));
    }
}

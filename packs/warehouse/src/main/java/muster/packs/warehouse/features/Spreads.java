package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Series.ratio;

import java.util.List;
import java.util.Map;
import muster.packs.warehouse.sql.Sql;

/// Two pairs beside each other: `cov`. The stated formula takes the value of the pair whatever the family; the
/// corrected one takes a value of the family.
final class Spreads {
    private static final List<Integer> WINDOWS = List.of(45, 180);
    private static final List<Integer> LAGS = List.of(1, 2, 3, 5, 10, 15, 30, 45, 60);
    private static final Map<String, String> VALUES = Map.of(
            "agg", "agg_mean_45",
            "mom", "mom_diff_45",
            "vol", "vol_realized_45",
            "reg", "reg_slope_45",
            "align", "zscore_45");

    private Spreads() {}

    /// The table that a family's value of a pair comes from.
    static String source(String family, Series series) {
        return series.isCorrected() && VALUES.containsKey(family)
                ? series.table(family)
                : Series.base(series.variant(), series.pair());
    }

    static Sheet cov(String family, Series first, Series second) {
        var value = first.isCorrected()
                ? VALUES.getOrDefault(family, Series.value(first.variant()))
                : Series.value(first.variant());
        var sheet = new Sheet(joined(family, value, first, second), WINDOWS)
                .put("pair1", "'%s'".formatted(first.pair()))
                .put("pair2", "'%s'".formatted(second.pair()))
                .put("val1", "v1")
                .put("val2", "v2")
                .put("spread", "v1 - v2")
                .put("ratio", ratio("v1", "v2"))
                .let("agreement", Series.flag("sign(v1) = sign(v2)"));
        WINDOWS.forEach(w -> sheet.let("full" + w, "count(v1 - v2) OVER w%1$d = %1$d".formatted(w)));
        return family.equals("lag") ? lags(sheet.next()) : bands(sheet.next(), family, first);
    }

    private static String joined(String family, String value, Series first, Series second) {
        var side = "(SELECT %s, %s AS %s FROM %s) %s";
        return "(SELECT %s, v1, v2 FROM %s FULL JOIN %s USING (%s)) s"
                .formatted(
                        Sheet.KEY,
                        side.formatted(Sheet.KEY, value, "v1", Sql.identifier(source(family, first)), "a"),
                        side.formatted(Sheet.KEY, value, "v2", Sql.identifier(source(family, second)), "b"),
                        Sheet.KEY);
    }

    private static Sheet lags(Sheet sheet) {
        LAGS.forEach(k -> sheet.put("spread_lag_" + k, "lag(spread, %d) OVER t".formatted(k)));
        return sheet;
    }

    private static Sheet bands(Sheet sheet, String family, Series series) {
        var score = ratio("spread - avg(spread) OVER w180", "stddev_samp(spread) OVER w180");
        sheet.put("spread_ma_45", series.full(45, "avg(spread) OVER w45"))
                .put("spread_ma_180", series.full(180, "avg(spread) OVER w180"))
                .put("spread_std_45", series.full(45, "stddev_samp(spread) OVER w45"))
                .put("spread_zscore", series.full(180, score))
                .put("rolling_agreement_45", series.full(45, "avg(CAST(agreement AS DOUBLE PRECISION)) OVER w45"))
                .put(family.equals("regime") ? "regime_agreement" : "sign_agreement", "agreement");
        if (series.isCorrected()) {
            sheet.put("rolling_covariance_45", series.full(45, "covar_samp(v1, v2) OVER w45"))
                    .put("rolling_correlation_45", series.full(45, Series.correlation("v1", "v2", 45)));
        }
        return family.equals("regime")
                ? sheet
                : sheet.next().put("mean_reversion_signal", Series.flag("abs(spread_zscore) > 2"));
    }
}

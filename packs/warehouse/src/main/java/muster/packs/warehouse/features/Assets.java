package muster.packs.warehouse.features;

import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Sql;

/// A pair beside a fund: `corr`.
final class Assets {
    /// Minutes in the names of the stated columns, rows in truth.
    private static final List<Integer> WINDOWS = List.of(30, 60, 90);

    private Assets() {}

    /// The table of an asset's series. It is an input, and no table of the warehouse by the standard.
    static String table(String asset) {
        return "_muster_series_" + asset;
    }

    static Sheet corr(Series series, String asset) {
        if (series.isMomentum()) {
            return series.isCorrected() ? ofMomentum(series, asset) : copies(series);
        }
        var level = series.isCorrected() ? "%s / lag(%s, 1) OVER t - 1" : "%s";
        var sheet = new Sheet(joined(series, asset, "close_idx"), WINDOWS)
                .put("fx_pair", "'%s'".formatted(series.pair()))
                .put("ibkr_instrument", "'%s'".formatted(asset))
                .let("one", level.replace("%s", "y"))
                .let("other", level.replace("%s", "z"))
                .let("fx_step", "y / lag(y, 1) OVER t - 1")
                .let("asset_step", "z / lag(z, 1) OVER t - 1")
                .next();
        WINDOWS.forEach(w -> sheet.let("full" + w, "count(one + other) OVER w%1$d = %1$d".formatted(w)));
        sheet.next();
        WINDOWS.forEach(
                w -> sheet.put("corr_%dmin".formatted(w), series.full(w, Series.correlation("one", "other", w))));
        return sheet.put("covar_60min", series.full(60, "covar_samp(one, other) OVER w60"))
                .put("fx_volatility_60min", series.full(60, "stddev_samp(fx_step) OVER w60"))
                .put("ibkr_volatility_60min", series.full(60, "stddev_samp(asset_step) OVER w60"));
    }

    /// As the tables of the project are: the pair's own momentum.
    private static Sheet copies(Series series) {
        var sheet = new Sheet(series.from(), List.of());
        series.windows().forEach(w -> sheet.put("bqx_" + w, "x" + w));
        return sheet;
    }

    private static Sheet ofMomentum(Series series, String asset) {
        var windows = series.upTo(720);
        var sheet = new Sheet(joined(series, asset, "bqx_" + Series.MOMENTUM), windows)
                .let("m", "100 * (z / lag(z, %d) OVER t - 1)".formatted(Series.MOMENTUM))
                .next()
                .let("one", "y - lag(y, 1) OVER t")
                .let("other", "m - lag(m, 1) OVER t")
                .next();
        windows.forEach(w -> sheet.let("full" + w, "count(one + other) OVER w%1$d = %1$d".formatted(w)));
        sheet.next();
        windows.forEach(w -> sheet.put("corr_fund_" + w, series.full(w, Series.correlation("one", "other", w))));
        return sheet;
    }

    private static String joined(Series series, String asset, String value) {
        return List.of("a.%s", "a.%s AS y", "b.close_idx AS z").stream()
                .collect(Collectors.joining(", ", "(SELECT ", " FROM %s a JOIN %s b ON b.%s = a.%s) s"))
                .formatted(
                        Sheet.KEY,
                        value,
                        Sql.identifier(Series.base(series.variant(), series.pair())),
                        Sql.identifier(table(asset)),
                        Sheet.KEY,
                        Sheet.KEY);
    }
}

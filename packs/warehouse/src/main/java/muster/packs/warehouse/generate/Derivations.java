package muster.packs.warehouse.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The formulas of the families whose values matter; the feature notes of the project give them.
///
/// @param rows rows to keep, the last ones of each series
record Derivations(int rows) {
    private static final List<Integer> LAGS = List.of(1, 2, 3, 5, 10, 15, 30, 45, 60);

    Derivation of(TableName name) {
        return switch (name.family()) {
            case "base" -> base(name);
            case "cov" -> cov(name);
            case "lag" -> name.holdsMomentum() ? lagOfMomentum(name) : lagOfPrice(name);
            case "tmp" -> new Derivation(last(), CALENDAR);
            default -> new Derivation(last(), Map.of());
        };
    }

    private static final Map<String, String> CALENDAR = Map.of(
            "hour_of_day", "hour(ts)",
            "day_of_week", "dayofweek(ts)",
            "day_of_month", "day(ts)",
            "week_of_year", "week(ts)",
            "month", "month(ts)",
            "quarter", "quarter(ts)",
            "hour_sin", "sin(2 * pi() * hour(ts) / 24)",
            "hour_cos", "cos(2 * pi() * hour(ts) / 24)");

    private Derivation base(TableName name) {
        var columns = new HashMap<String, String>();
        if (name.holdsMomentum()) {
            for (int w : PairSeries.WINDOWS) {
                columns.put("bqx_" + w, "b" + w);
                columns.put("target_" + w, "100 * (lead(c, %d) OVER t - c) / c".formatted(w));
            }
        } else {
            columns.putAll(
                    Map.of("open_idx", "o", "high_idx", "h", "low_idx", "l", "close_idx", "c", "volume_idx", "v"));
        }
        columns.put("pair", "'" + name.pairs().getFirst() + "'");
        return new Derivation(kept(name.pairs().getFirst(), rows), columns);
    }

    /// Spread of two series: despite its name no covariance.
    private Derivation cov(TableName name) {
        var columns = new HashMap<String, String>();
        columns.put("pair1", "'" + name.pairs().getFirst() + "'");
        columns.put("pair2", "'" + name.pairs().getLast() + "'");
        columns.put("val1", "v1");
        columns.put("val2", "v2");
        columns.put("spread", "v1 - v2");
        columns.put("ratio", "v1 / nullif(v2, 0)");
        columns.put("sign_agreement", "(sign(v1) = sign(v2))::BIGINT");
        columns.put("regime_agreement", "(sign(v1) = sign(v2))::BIGINT");
        columns.put("spread_ma_45", "avg(v1 - v2) OVER (ORDER BY i ROWS 44 PRECEDING)");
        columns.put("spread_ma_180", "avg(v1 - v2) OVER (ORDER BY i ROWS 179 PRECEDING)");
        columns.put("spread_std_45", "stddev_samp(v1 - v2) OVER (ORDER BY i ROWS 44 PRECEDING)");
        columns.put("spread_zscore", ZSCORE);
        columns.put("mean_reversion_signal", "(abs(" + ZSCORE + ") > 2)::BIGINT");
        columns.put("rolling_agreement_45", "avg((sign(v1) = sign(v2))::BIGINT) OVER (ORDER BY i ROWS 44 PRECEDING)");
        LAGS.forEach(k -> columns.put("spread_lag_" + k, "lag(v1 - v2, %d) OVER (ORDER BY i)".formatted(k)));
        var value = name.holdsMomentum() ? "b45" : "c";
        return new Derivation(
                "(SELECT a.i, a.ts, a.%s AS v1, b.%s AS v2 FROM %s a POSITIONAL JOIN %s b)"
                        .formatted(
                                value,
                                value,
                                kept(name.pairs().getFirst(), rows),
                                kept(name.pairs().getLast(), rows)),
                columns);
    }

    private static final String ZSCORE = "((v1 - v2) - avg(v1 - v2) OVER (ORDER BY i ROWS 179 PRECEDING))"
            + " / nullif(stddev_samp(v1 - v2) OVER (ORDER BY i ROWS 179 PRECEDING), 0)";

    /// The first `W` rows of a window table are dropped, so the keys of wider windows lie within those of narrower
    /// ones.
    private Derivation lagOfPrice(TableName name) {
        int w = name.window();
        var columns = new HashMap<String, String>();
        Map.of("open", "o", "high", "h", "low", "l", "close", "c", "volume", "v")
                .forEach((word, value) -> columns.put(word + "_lag_" + w, value + "_lag"));
        columns.put("return_lag_" + w, "(c - c_lag) / c_lag");
        columns.put("momentum_" + w, "c - c_lag");
        columns.putAll(Map.of(
                "sma_" + w,
                "sma",
                "volatility_" + w,
                "volatility",
                "hl_range_" + w,
                "h_max - l_min",
                "volume_sma_" + w,
                "v_mean"));
        var inner = """
                (SELECT *, lag(o, %1$d) OVER t AS o_lag, lag(h, %1$d) OVER t AS h_lag, lag(l, %1$d) OVER t AS l_lag,
                  lag(c, %1$d) OVER t AS c_lag, lag(v, %1$d) OVER t AS v_lag, avg(c) OVER w AS sma,
                  stddev_samp(c / o - 1) OVER w AS volatility, max(h) OVER w AS h_max, min(l) OVER w AS l_min,
                  avg(v) OVER w AS v_mean
                FROM %2$s WINDOW t AS (ORDER BY i), w AS (ORDER BY i ROWS %1$d PRECEDING))""";
        return new Derivation(windowed(name, inner, rows + 90), columns);
    }

    private Derivation lagOfMomentum(TableName name) {
        int w = name.window();
        var columns = new HashMap<String, String>();
        columns.put("bqx_close", "b");
        columns.put("period_minutes", Integer.toString(w));
        columns.put("bqx_lag_" + w, "b_lag");
        columns.put("return_lag_" + w, "(b - b_lag) / nullif(b_lag, 0)");
        columns.put("momentum_" + w, "100 * (b - b_lag) / nullif(abs(b_lag), 0)");
        columns.putAll(Map.of(
                "sma_" + w,
                "sma",
                "ema_" + w,
                "ema",
                "volatility_" + w,
                "volatility",
                "hl_range_" + w,
                "b_max - b_min",
                "positive_ratio_" + w,
                "100 * positive"));
        // bqx_close is the same number in all window tables of a pair, as the consolidation demands.
        var inner = """
                (SELECT *, lag(b, %1$d) OVER t AS b_lag, avg(b) OVER w AS sma, avg(b) OVER half AS ema,
                  stddev_samp(b) OVER w AS volatility, max(b) OVER w AS b_max, min(b) OVER w AS b_min,
                  avg((b > 0)::BIGINT) OVER w AS positive
                FROM (SELECT *, b45 AS b FROM %2$s)
                WINDOW t AS (ORDER BY i), w AS (ORDER BY i ROWS %1$d PRECEDING),
                  half AS (ORDER BY i ROWS %3$d PRECEDING))""";
        return new Derivation(windowed(name, inner, rows + 180), columns);
    }

    private String windowed(TableName name, String inner, int length) {
        int eaten = length == rows + 180 ? 2 * name.window() : name.window();
        var table = inner.formatted(name.window(), kept(name.pairs().getFirst(), length), name.window() / 2);
        return "(FROM %s WHERE i >= %d)".formatted(table, PairSeries.LEAD + rows - length + eaten);
    }

    private String last() {
        return kept(PairSeries.PAIRS.getFirst(), rows);
    }

    private String kept(String pair, int count) {
        return "(FROM %s WHERE i >= %d)".formatted(PairSeries.table(pair), PairSeries.LEAD + rows - count);
    }
}

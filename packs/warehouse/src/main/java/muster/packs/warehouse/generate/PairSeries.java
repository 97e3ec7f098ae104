package muster.packs.warehouse.generate;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Sql;

/// The price index of each pair and its momentum, from which every other family is derived.
///
/// One temporary table per pair: `i` counts minutes, `ts` is the time, `o h l c v` the price index (seeded random walk
/// near 100), `bW = 100 * (c - lag(c, W)) / lag(c, W)`. The step is chosen so that b45 has the observed standard
/// deviation of about 0.09.
record PairSeries(long seed, int rows) {
    static final List<Integer> WINDOWS = List.of(45, 90, 180, 360, 720, 1440, 2880);

    /// Minutes before the first row kept: the longest window, and the two windows that a lag of momentum eats.
    static final int LEAD = 2880 + 180;

    static final List<String> PAIRS = List.of(
            "audcad", "audchf", "audjpy", "audnzd", "audusd", "cadchf", "cadjpy", "chfjpy", "euraud", "eurcad",
            "eurchf", "eurgbp", "eurjpy", "eurnzd", "eurusd", "gbpaud", "gbpcad", "gbpchf", "gbpjpy", "gbpnzd",
            "gbpusd", "nzdcad", "nzdchf", "nzdjpy", "nzdusd", "usdcad", "usdchf", "usdjpy");

    static String table(String pair) {
        return Sql.identifier("series_" + pair);
    }

    /// The pairs that tables name; the first one gives all other tables their times.
    Set<String> needed(Collection<String> tables) {
        var pairs = new TreeSet<>(Set.of(PAIRS.getFirst()));
        tables.forEach(table -> pairs.addAll(TableName.of(table).pairs()));
        return pairs;
    }

    String create(String pair) {
        var momentum = WINDOWS.stream()
                .map(w -> "100 * (c - lag(c, %d) OVER (ORDER BY i)) / lag(c, %d) OVER (ORDER BY i) AS b%d"
                        .formatted(w, w, w))
                .collect(Collectors.joining(", "));
        return """
                CREATE TEMP TABLE %s AS
                WITH walk AS (
                  SELECT i, 100 * exp(sum((hash(i, %d) %% 20001 / 10000.0 - 1) * 0.00023) OVER (ORDER BY i)) AS c
                  FROM range(%d) r(i)),
                bars AS (
                  SELECT i, TIMESTAMP '2020-01-01' + to_minutes(i) AS ts, lag(c, 1, 100.0) OVER (ORDER BY i) AS o, c,
                         (100 + hash(i) %% 900)::BIGINT AS v
                  FROM walk)
                SELECT i, ts, o, greatest(o, c) * 1.00005 AS h, least(o, c) * 0.99995 AS l, c, v, %s FROM bars""".formatted(table(pair), seed * 1000 + PAIRS.indexOf(pair), LEAD + rows, momentum);
    }
}

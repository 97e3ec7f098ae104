package muster.packs.warehouse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.Capabilities;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;

/// Small warehouses for the contracts, and what is in them.
final class Estates {
    private static final int LAST = 19;

    private Estates() {}

    /// Tables of five rows.
    static Scratch covTables(Scratch scratch, String... names) throws Exception {
        scratch.execute(Stream.of(names)
                .map(name -> "CREATE TABLE \"%s\" AS SELECT interval_time, 100 + i AS val1 FROM (%s) AS r"
                        .formatted(name, minutes(0, 4)))
                .toArray(String[]::new));
        return scratch;
    }

    /// Two nested windows of one pair, each twice: twenty rows and fifteen.
    static Scratch lagTables(Scratch scratch) throws Exception {
        var form = "CREATE TABLE lag_idx_eurusd_w%1$d AS SELECT interval_time, 100 + i AS sma_%1$d, i * 2 AS %2$s,"
                + " CAST(i AS DOUBLE PRECISION) / 3 AS c%1$d FROM (%3$s) AS r";
        scratch.execute(
                form.formatted(45, "a", minutes(0, LAST)),
                form.formatted(90, "b", minutes(5, LAST)),
                "CREATE TABLE lag_eurusd_45 AS SELECT * FROM lag_idx_eurusd_w45",
                "CREATE TABLE lag_eurusd_90 AS SELECT * FROM lag_idx_eurusd_w90");
        return scratch;
    }

    /// Two nested windows of four columns, each twice.
    static Scratch windows(Scratch scratch) throws Exception {
        var form = "CREATE TABLE lag_idx_eurusd_w%1$d AS SELECT interval_time, 100 + i AS a%1$d,"
                + " CAST(i AS DOUBLE PRECISION) / 3 AS b%1$d, i * i AS c%1$d, 5 AS d%1$d FROM (%2$s) AS r";
        scratch.execute(
                form.formatted(45, minutes(0, LAST)),
                form.formatted(90, minutes(5, LAST)),
                "CREATE TABLE lag_eurusd_45 AS SELECT * FROM lag_idx_eurusd_w45",
                "CREATE TABLE lag_eurusd_90 AS SELECT * FROM lag_idx_eurusd_w90");
        return scratch;
    }

    /// Rows of a number and its minute, in words that every engine has.
    private static String minutes(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> "SELECT %d AS i, TIMESTAMP '2025-01-01 00:%02d:00' AS interval_time".formatted(i, i))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /// The view that a rename of today puts under an old name.
    static String graceView(Scratch scratch, String old, String table) throws Exception {
        try (var session = Session.open(scratch.access())) {
            return session.dialect().graceView(old, table, Scratch.NOW.plus(Duration.ofDays(30)));
        }
    }

    static Capabilities capabilities(Scratch scratch) throws Exception {
        try (var session = Session.open(scratch.access())) {
            return session.dialect().capabilities();
        }
    }

    /// Where the result of [#lagTables] is made and proved.
    static String made(Scratch scratch) throws Exception {
        return capabilities(scratch).takesBackTogether() ? "lag_idx_eurusd" : "_muster_aside_lag_idx_eurusd";
    }

    /// Every relation of the warehouse with its kind and all its rows.
    static List<String> state(Scratch scratch) throws Exception {
        var state = new ArrayList<String>();
        for (var entry : scratch.catalog().relations().entrySet()) {
            if (!entry.getKey().startsWith(Catalog.OWN_PREFIX)) {
                var name = '"' + entry.getKey().replace("\"", "\"\"") + '"';
                state.add(entry.getValue() + " " + entry.getKey() + " "
                        + scratch.rows("SELECT * FROM " + name).stream()
                                .sorted()
                                .toList());
            }
        }
        return state;
    }

    /// A statement after which this connection does not wait for locks.
    static String impatient(Scratch scratch) throws Exception {
        return capabilities(scratch).lockWait() == null ? "SELECT 1" : "SET lock_timeout = '50ms'";
    }
}

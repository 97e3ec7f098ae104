package muster.packs.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.Capabilities;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;

/// Small warehouses for the contracts, and what is in them.
final class Estates {
    private static final String MINUTES = "TIMESTAMP '2025-01-01' + i * INTERVAL '1' MINUTE AS interval_time";

    private Estates() {}

    /// Tables of five rows.
    static Scratch covTables(Scratch scratch, String... names) throws Exception {
        scratch.execute(Stream.of(names)
                .map(name -> "CREATE TABLE \"%s\" AS SELECT %s, 100 + i AS val1 FROM generate_series(0, 4) r(i)"
                        .formatted(name, MINUTES))
                .toArray(String[]::new));
        return scratch;
    }

    /// Two nested windows of one pair, each twice: twenty rows and fifteen.
    static Scratch lagTables(Scratch scratch) throws Exception {
        var form = "CREATE TABLE lag_idx_eurusd_w%1$d AS SELECT %2$s, 100 + i AS sma_%1$d, i * 2 AS %3$s,"
                + " CAST(i AS DOUBLE PRECISION) / 3 AS c%1$d FROM generate_series(%4$d, 19) r(i)";
        scratch.execute(
                form.formatted(45, MINUTES, "a", 0),
                form.formatted(90, MINUTES, "b", 5),
                "CREATE TABLE lag_eurusd_45 AS SELECT * FROM lag_idx_eurusd_w45",
                "CREATE TABLE lag_eurusd_90 AS SELECT * FROM lag_idx_eurusd_w90");
        return scratch;
    }

    static Capabilities capabilities(Scratch scratch) throws Exception {
        try (var session = Session.open(scratch.access())) {
            return session.dialect().capabilities();
        }
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

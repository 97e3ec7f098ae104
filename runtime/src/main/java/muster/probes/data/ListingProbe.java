package muster.probes.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.Probe;

/// How many tables a database lists, counted by two paths that do not share a query. Views are no tables.
public record ListingProbe(Databases databases) {

    public List<Observation> of(Probe.Listing expected) {
        return databases.with("listing", expected.database(), connection -> counted(connection, expected));
    }

    private static List<Observation> counted(Connection connection, Probe.Listing expected) throws SQLException {
        long first = first(connection);
        long second = second(connection);
        return List.of(judged(expected, first, second).with("tables", first).with("tables-second-path", second));
    }

    private static Observation judged(Probe.Listing expected, long first, long second) {
        var name = expected.database();
        if (first != second) {
            var message = "one path counts " + first + " tables, the other " + second;
            return Observation.inconclusive("listing", name, message)
                    .found(Findings.defect("paths-disagree", name, message));
        }
        if (first == 0) {
            return Observation.inconclusive("listing", name, "no tables at all, which proves nothing")
                    .found(Findings.remark("no-rows", name, "the listing is empty"));
        }
        if (first != expected.tables()) {
            var message = first + " tables, expected " + expected.tables();
            return Observation.fail("listing", name, AssuranceLevel.EXISTS, message)
                    .found(Findings.defect("count-differs", name, message));
        }
        return Observation.pass(
                "listing", name, AssuranceLevel.REFERENCES_RESOLVE, first + " tables, counted by two paths");
    }

    private static long first(Connection connection) throws SQLException {
        var sql = product(connection).contains("sqlite")
                ? "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                        + " AND name NOT LIKE '\\_muster\\_probe\\_%' ESCAPE '\\'"
                : "SELECT COUNT(*) FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND"
                        + Databases.NOT_SYSTEM;
        return Long.parseLong(Databases.column(connection, sql).getFirst());
    }

    /// DuckDB's driver answers metadata from the information schema, so its own catalogue is asked instead.
    private static long second(Connection connection) throws SQLException {
        if (product(connection).contains("duckdb")) {
            return Databases.column(connection, "SELECT table_name FROM duckdb_tables() WHERE NOT internal").stream()
                    .filter(name -> !name.startsWith(Databases.OWN_PREFIX))
                    .count();
        }
        long count = 0;
        try (var rows = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                var name = String.valueOf(rows.getString("TABLE_NAME"));
                count += name.startsWith(Databases.OWN_PREFIX) || name.startsWith("sqlite_") ? 0 : 1;
            }
        }
        return count;
    }

    private static String product(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    }
}

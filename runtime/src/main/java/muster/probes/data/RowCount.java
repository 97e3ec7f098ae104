package muster.probes.data;

import java.sql.SQLException;
import java.util.List;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import org.jspecify.annotations.Nullable;

/// How many rows a table has, by `COUNT(*)` and by what else the engine knows.
///
/// @param second none if the engine knows nothing else
/// @param path what the second number is
record RowCount(String sql, long rows, @Nullable Long second, String path) {
    /// An estimate that is off by more than this factor is worth a remark: PostgreSQL renews its own after a fifth
    /// of a table has changed (`autovacuum_analyze_scale_factor` is 0.1 and `autovacuum_vacuum_scale_factor` 0.2).
    private static final double ROUGHLY = 1.25;

    private static final String DUCKDB =
            "SELECT estimated_size FROM duckdb_tables() WHERE database_name = current_database()"
                    + " AND schema_name = ? AND table_name = ?";

    private static final String POSTGRESQL =
            "SELECT c.reltuples::bigint FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                    + " ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ? AND c.reltuples >= 0";

    static RowCount of(Reader reader, Relation relation) throws SQLException {
        var sql = "SELECT COUNT(*) FROM " + relation.quoted();
        long rows = reader.number(sql);
        if (!relation.isTable()) {
            return new RowCount(sql, rows, null, "none: it is a view");
        }
        return switch (reader.engine()) {
            case DUCKDB -> new RowCount(sql, rows, known(reader, DUCKDB, relation), "estimate of duckdb_tables()");
            case POSTGRESQL ->
                new RowCount(sql, rows, known(reader, POSTGRESQL, relation), "estimate of pg_class.reltuples");
            case SQLITE ->
                new RowCount(sql, rows, reader.number(sql + " NOT INDEXED"), "count of the table without its indexes");
        };
    }

    private static @Nullable Long known(Reader reader, String sql, Relation relation) throws SQLException {
        var found = reader.column(sql, relation.schema(), relation.name());
        return found.isEmpty() ? null : Long.valueOf(found.getFirst());
    }

    /// A piece of evidence of its own.
    Observation seen(String table) {
        var seen = rows == 0
                ? Observation.inconclusive("row-count", table, table + " has no rows, which proves nothing")
                        .found(Findings.remark("no-rows", table, "it is empty"))
                : Observation.pass("row-count", table, AssuranceLevel.EXISTS, table + " has " + rows + " rows");
        return attributed(disagrees() ? torn(table) : seen).about(List.of(sql)).found(differing(table));
    }

    private Observation torn(String table) {
        return Observation.inconclusive(
                "row-count", table, "counted with its indexes " + rows + " rows, without " + second);
    }

    /// Two counts, not a count and an estimate, that differ.
    boolean disagrees() {
        return second != null && !path.startsWith("estimate") && second != rows;
    }

    /// What differs between the two paths.
    List<Finding> differing(String table) {
        if (disagrees()) {
            return List.of(
                    Findings.defect("paths-disagree", table, "one path counts " + rows + ", the other " + second));
        }
        boolean far = second != null && (second > rows * ROUGHLY || rows > second * ROUGHLY);
        return far
                ? List.of(Findings.remark(
                        "estimate-differs", table, "it has " + rows + " rows, the " + path + " is " + second))
                : List.of();
    }

    Observation attributed(Observation seen) {
        return seen.with("rows", rows)
                .with("rows-second-path", second == null ? "unknown" : second.toString())
                .with("rows-second-path-is", path);
    }
}

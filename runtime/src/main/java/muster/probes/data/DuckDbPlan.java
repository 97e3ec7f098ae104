package muster.probes.data;

import java.sql.SQLException;
import muster.probes.data.ExplainedCost.Scanned;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What DuckDB's plan of a statement reads.
record DuckDbPlan(Reader reader) {
    /// The widest cell of a vector, that of a text of up to 12 bytes. Source: DuckDB's `string_t`.
    private static final int CELL_BYTES = 16;

    private static final String ROWS = "SELECT coalesce(max(estimated_size), 0) FROM duckdb_tables()"
            + " WHERE ? IN (table_name, schema_name || '.' || table_name,"
            + " database_name || '.' || schema_name || '.' || table_name)";

    Scanned of(String sql) throws SQLException {
        return read(new JsonMapper().readTree(ExplainedCost.text(reader, "EXPLAIN (FORMAT JSON) " + sql)));
    }

    private Scanned read(JsonNode node) throws SQLException {
        var sum = node.isObject() ? own(node.path("extra_info")) : Scanned.NOTHING;
        for (var child : node.isArray() ? node : node.path("children")) {
            sum = sum.plus(read(child));
        }
        return sum;
    }

    /// A node that reads a table names it; one that reads a file or a function has no children and a cardinality.
    private Scanned own(JsonNode info) throws SQLException {
        var table = info.path("Table").asString("");
        var function = info.path("Function").asString("");
        if (table.isEmpty() && function.isEmpty()) {
            return Scanned.NOTHING;
        }
        long likely = Long.parseLong(info.path("Estimated Cardinality").asString("0"));
        long rows = table.isEmpty() ? likely : Math.max(likely, reader.number(ROWS, table));
        return new Scanned(rows, rows * columns(info.path("Projections")) * CELL_BYTES);
    }

    private static int columns(JsonNode projections) {
        return projections.isArray() ? Math.max(1, projections.size()) : 1;
    }
}

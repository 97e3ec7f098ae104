package muster.probes.data;

import java.sql.SQLException;
import muster.probes.data.ExplainedCost.Scanned;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What PostgreSQL's plan of a statement reads.
record PostgresPlan(Reader reader) {
    /// Bytes of a row beside its columns: 23 of the header, rounded up, and 4 of the item pointer. Source:
    /// PostgreSQL's manual, "Database Page Layout".
    private static final int ROW_BYTES = 28;

    private static final String SIZE =
            "SELECT greatest(c.reltuples, 0)::bigint, pg_relation_size(c.oid) FROM pg_catalog.pg_class c"
                    + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?";

    Scanned of(String sql) throws SQLException {
        var plan = ExplainedCost.text(reader, "EXPLAIN (FORMAT JSON, VERBOSE) " + sql);
        return read(new JsonMapper().readTree(plan).path(0).path("Plan"));
    }

    private Scanned read(JsonNode node) throws SQLException {
        var sum = node.has("Relation Name") ? own(node) : Scanned.NOTHING;
        for (var child : node.path("Plans")) {
            sum = sum.plus(read(child));
        }
        return sum;
    }

    /// A table that has never been analysed is as long as its pages would hold rows of the plan's width.
    private Scanned own(JsonNode node) throws SQLException {
        long rows = node.path("Plan Rows").asLong(0);
        long width = node.path("Plan Width").asLong(0) + ROW_BYTES;
        if (!node.path("Node Type").asString("").equals("Seq Scan")) {
            return new Scanned(rows, rows * width);
        }
        var size = reader.rows(
                        SIZE,
                        node.path("Schema").asString(""),
                        node.path("Relation Name").asString(""))
                .getFirst();
        long known = Long.parseLong(String.valueOf(size.getFirst()));
        long bytes = Long.parseLong(String.valueOf(size.getLast()));
        return new Scanned(Math.max(rows, known > 0 ? known : bytes / width), bytes);
    }
}

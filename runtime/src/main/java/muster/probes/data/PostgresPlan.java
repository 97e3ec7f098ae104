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
        return read(plan(sql));
    }

    private JsonNode plan(String sql) throws SQLException {
        var plan = ExplainedCost.text(reader, "EXPLAIN (FORMAT JSON, VERBOSE) " + sql);
        return new JsonMapper().readTree(plan).path(0).path("Plan");
    }

    private Scanned read(JsonNode node) throws SQLException {
        var sum = node.has("Relation Name") ? own(node) : Scanned.NOTHING;
        for (var child : node.path("Plans")) {
            sum = sum.plus(read(child));
        }
        return sum;
    }

    private Scanned own(JsonNode node) throws SQLException {
        long rows = node.path("Plan Rows").asLong(0);
        if (!node.path("Node Type").asString("").equals("Seq Scan")) {
            return new Scanned(rows, rows * (node.path("Plan Width").asLong(0) + ROW_BYTES));
        }
        var relation = new Relation(text(node, "Schema"), text(node, "Relation Name"), Relation.Kind.TABLE);
        var size = reader.rows(SIZE, relation.schema(), relation.name()).getFirst();
        long known = Long.parseLong(String.valueOf(size.getFirst()));
        long bytes = Long.parseLong(String.valueOf(size.getLast()));
        return new Scanned(known > 0 ? known : whole(relation), bytes);
    }

    /// What the planner expects of a table that has never been analysed.
    private long whole(Relation relation) throws SQLException {
        return plan("SELECT * FROM " + relation.quoted()).path("Plan Rows").asLong(0);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}

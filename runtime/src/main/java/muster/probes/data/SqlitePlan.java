package muster.probes.data;

import java.sql.SQLException;
import java.util.TreeSet;
import muster.probes.data.ExplainedCost.Scanned;

/// What SQLite's program of a statement opens: it has no estimates, so this is the most that can be read in one
/// pass.
record SqlitePlan(Reader reader) {
    private static final String OWNER = "SELECT tbl_name FROM sqlite_schema WHERE rootpage = CAST(? AS INTEGER)";
    private static final String PAGES =
            "SELECT c.page_count * s.page_size FROM pragma_page_count() AS c, pragma_page_size() AS s";

    Scanned of(String sql) throws SQLException {
        var tables = new TreeSet<String>();
        for (var step : reader.rows("EXPLAIN " + sql)) {
            if ("OpenRead".equals(step.get(1))) {
                tables.addAll(reader.column(OWNER, String.valueOf(step.get(3))));
            }
        }
        long rows = 0;
        for (var table : tables) {
            rows += rows(table);
        }
        return tables.isEmpty() ? Scanned.NOTHING : new Scanned(rows, reader.number(PAGES));
    }

    /// The greatest row id is at least the number of rows, unless ids were chosen by hand; a table without row ids
    /// is counted.
    private long rows(String table) throws SQLException {
        var name = Engine.quoted(table);
        try {
            return reader.number("SELECT coalesce(MAX(_rowid_), 0) FROM " + name);
        } catch (SQLException _) {
            return reader.number("SELECT COUNT(*) FROM " + name);
        }
    }
}

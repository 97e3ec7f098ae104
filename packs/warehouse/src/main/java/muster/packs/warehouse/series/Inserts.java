package muster.packs.warehouse.series;

import java.sql.SQLException;
import java.util.StringJoiner;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Rows for a table, many to a statement, which every engine takes and no driver is needed for.
final class Inserts {
    private static final int ROWS_PER_STATEMENT = 1000;

    private final Session session;
    private final String table;
    private StringJoiner rows = new StringJoiner(", ");
    private int waiting;

    Inserts(Session session, String table) {
        this.session = session;
        this.table = table;
    }

    /// @param values as they stand between the brackets
    void add(String values) throws SQLException {
        rows.add("(" + values + ")");
        if (++waiting == ROWS_PER_STATEMENT) {
            flush();
        }
    }

    void flush() throws SQLException {
        if (waiting > 0) {
            session.execute("INSERT INTO " + Sql.identifier(table) + " VALUES " + rows);
            rows = new StringJoiner(", ");
            waiting = 0;
        }
    }
}

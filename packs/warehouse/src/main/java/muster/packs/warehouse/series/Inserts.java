package muster.packs.warehouse.series;

import java.sql.SQLException;
import java.util.StringJoiner;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Rows for a table, many to a statement, which every engine takes and no driver is needed for.
final class Inserts implements SeriesRows {
    private static final int ROWS_PER_STATEMENT = 1000;

    private final Session session;
    private final String table;
    private StringJoiner rows = new StringJoiner(", ");
    private int waiting;

    Inserts(Session session, String table) {
        this.session = session;
        this.table = table;
    }

    @Override
    public void add(String moment, String subject, Bar bar) throws SQLException {
        rows.add("(TIMESTAMP %s, %s, %s, %s, %s, %s, %d)"
                .formatted(
                        Sql.text(moment),
                        Sql.text(subject),
                        SeriesColumns.number(bar.open()),
                        SeriesColumns.number(bar.high()),
                        SeriesColumns.number(bar.low()),
                        SeriesColumns.number(bar.close()),
                        bar.volume()));
        if (++waiting == ROWS_PER_STATEMENT) {
            end();
        }
    }

    @Override
    public void end() throws SQLException {
        if (waiting > 0) {
            session.execute("INSERT INTO " + Sql.identifier(table) + " VALUES " + rows);
            rows = new StringJoiner(", ");
            waiting = 0;
        }
    }
}

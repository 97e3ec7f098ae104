package muster.packs.warehouse.series;

import java.io.IOException;
import java.sql.SQLException;
import muster.packs.warehouse.sql.Session;

/// Rows on their way into a table of the form [SeriesColumns].
sealed interface SeriesRows permits Inserts, TakenRows {

    /// @param moment as `2020-01-01 00:00:00`
    void add(String moment, String subject, Bar bar) throws SQLException;

    /// All rows have been added.
    void end() throws SQLException;

    /// Where the rows come from.
    @FunctionalInterface
    interface Filling {
        void fill(SeriesRows rows) throws SQLException, IOException;
    }

    /// Writes rows by the driver's own way, or by statements where it has none.
    static void write(Session session, String table, Filling filling) throws SQLException, IOException {
        var taking = session.taking(table);
        var rows = taking == null ? new Inserts(session, table) : new TakenRows(taking);
        try {
            filling.fill(rows);
            rows.end();
        } catch (SQLException | IOException | RuntimeException e) {
            if (taking != null) {
                taking.cancel();
            }
            throw e;
        }
    }
}

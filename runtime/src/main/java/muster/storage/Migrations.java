package muster.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The versions of a journal's tables. Each step leads from one version to the next; steps are added, never changed.
///
/// @param begin opens a transaction in which nobody else migrates
record Migrations(List<String> begin, List<List<String>> steps) {

    /// Of a released step: entries of the same command, which had a row each, in one row.
    ///
    /// @param events joins the payloads of a command
    static String tell(String events) {
        return "INSERT INTO told SELECT last.sequence, run.began, last.version, last.command, last.at,"
                + " (SELECT " + events + " FROM entry WHERE entry.run = last.run"
                + " AND entry.version BETWEEN last.version - last.part AND last.version), last.hash"
                + " FROM entry AS last JOIN run ON run.run = last.run"
                + " WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.run = last.run"
                + " AND entry.version = last.version + 1 AND entry.part > 0) ORDER BY last.sequence";
    }

    /// Brings the tables up to a version, the last one for everybody but tests.
    void bring(Connection connection, int to) throws SQLException {
        for (var statement : begin) {
            run(connection, statement);
        }
        run(connection, "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
        var present = version(connection);
        requireKnown(present);
        for (var next = present; next < to; next++) {
            for (var statement : steps.get(next)) {
                run(connection, statement);
            }
            run(connection, "INSERT INTO schema_version VALUES (" + (next + 1) + ")");
        }
        run(connection, "COMMIT");
    }

    void bring(Connection connection) throws SQLException {
        bring(connection, steps.size());
    }

    /// False if the tables are of an older version or not there.
    boolean areDone(Connection connection) throws SQLException {
        var present = version(connection);
        requireKnown(present);
        return present == steps.size();
    }

    private void requireKnown(int version) throws SQLException {
        if (version > steps.size()) {
            throw new SQLException("the journal has tables of version " + version + ", this Muster knows up to "
                    + steps.size() + "; it was written by a newer one");
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT coalesce(max(version), 0) FROM schema_version")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

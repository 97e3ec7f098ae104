package muster.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import muster.run.Recorded;
import muster.run.RunId;

/// Queries over the entries of an SQLite journal, on any connection to it.
final class SqliteRows {
    private static final String COLUMNS = "SELECT sequence, run, version, command, part, at, payload, hash FROM entry ";

    private SqliteRows() {}

    static List<Recorded> of(Connection connection, RunId run, long afterVersion) throws SQLException {
        try (var query = connection.prepareStatement(COLUMNS + "WHERE run = ? AND version > ? ORDER BY version")) {
            query.setString(1, run.value());
            query.setLong(2, afterVersion);
            var found = new ArrayList<Recorded>();
            each(query, entry -> found.add(Drafts.recorded(entry)));
            return found;
        }
    }

    static List<RunId> runs(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT run FROM entry GROUP BY run ORDER BY min(sequence)");
                var rows = query.executeQuery()) {
            var found = new ArrayList<RunId>();
            while (rows.next()) {
                found.add(new RunId(rows.getString(1)));
            }
            return found;
        }
    }

    static ChainHead head(Connection connection) throws SQLException {
        try (var query =
                        connection.prepareStatement("SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1");
                var rows = query.executeQuery()) {
            return rows.next() ? new ChainHead(rows.getLong(1), rows.getString(2)) : ChainHead.NONE;
        }
    }

    /// How many there are, after each was given to the action.
    static long all(Connection connection, Consumer<Entry> action) throws SQLException {
        try (var query = connection.prepareStatement(COLUMNS + "ORDER BY sequence")) {
            return each(query, action);
        }
    }

    static ChainCheck verify(Connection connection, ChainHead kept) {
        var walk = new ChainWalk(kept);
        try {
            all(connection, walk::step);
        } catch (SQLException e) {
            walk.unreadable("the file cannot be read further: " + e.getMessage());
        }
        return walk.end();
    }

    private static long each(PreparedStatement query, Consumer<Entry> action) throws SQLException {
        try (var rows = query.executeQuery()) {
            var count = 0L;
            while (rows.next()) {
                action.accept(entry(rows));
                count++;
            }
            return count;
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}

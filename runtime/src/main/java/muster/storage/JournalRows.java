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

/// Queries over the entries of a journal, on any connection to it.
final class JournalRows {
    private static final String COLUMNS = "SELECT sequence, run, version, command, part, at, payload, hash FROM entry ";

    /// A journal may be larger than the memory; drivers that do not know better read all rows at once.
    private static final int ROWS_AT_ONCE = 1000;

    private JournalRows() {}

    static List<Recorded> of(Connection connection, RunId run, long afterVersion, int most) throws SQLException {
        try (var query =
                connection.prepareStatement(COLUMNS + "WHERE run = ? AND version > ? ORDER BY version LIMIT ?")) {
            query.setString(1, run.value());
            query.setLong(2, afterVersion);
            query.setInt(3, most);
            var found = new ArrayList<Recorded>();
            each(query, entry -> found.add(Drafts.recorded(entry)));
            return found;
        }
    }

    static List<Recorded> told(Connection connection, RunId run, String command) throws SQLException {
        var found = new ArrayList<Recorded>();
        told(connection, run, command, entry -> found.add(Drafts.recorded(entry)));
        return found;
    }

    static List<Entry.Draft> drafts(Connection connection, RunId run, String command) throws SQLException {
        var found = new ArrayList<Entry.Draft>();
        told(
                connection,
                run,
                command,
                entry -> found.add(new Entry.Draft(run, command, entry.part(), entry.at(), entry.payload())));
        return found;
    }

    private static void told(Connection connection, RunId run, String command, Consumer<Entry> action)
            throws SQLException {
        var first = firstOf(connection, run, command);
        if (first > 0) {
            try (var query = connection.prepareStatement(
                    COLUMNS + "WHERE run = ? AND version BETWEEN ? AND ? ORDER BY version")) {
                query.setString(1, run.value());
                query.setLong(2, first);
                query.setLong(3, lastOf(connection, run, first));
                each(query, action);
            }
        }
    }

    /// Version of the first entry of a command; 0 if it was never told.
    private static long firstOf(Connection connection, RunId run, String command) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT coalesce(max(version), 0) FROM entry WHERE run = ? AND command = ? AND part = 0")) {
            query.setString(1, run.value());
            query.setString(2, command);
            return number(query);
        }
    }

    /// Version of the last entry of the command whose first entry has this version: the next command follows.
    static long lastOf(Connection connection, RunId run, long first) throws SQLException {
        try (var query = connection.prepareStatement("SELECT coalesce("
                + "(SELECT version - 1 FROM entry WHERE run = ? AND version > ? AND part = 0 ORDER BY version LIMIT 1),"
                + " (SELECT max(version) FROM entry WHERE run = ?))")) {
            query.setString(1, run.value());
            query.setLong(2, first);
            query.setString(3, run.value());
            return number(query);
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static List<RunId> runs(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT run FROM run ORDER BY began");
                var rows = query.executeQuery()) {
            var found = new ArrayList<RunId>();
            while (rows.next()) {
                found.add(new RunId(rows.getString(1)));
            }
            return found;
        }
    }

    static ChainHead head(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT sequence, hash FROM head");
                var rows = query.executeQuery()) {
            return rows.next() ? new ChainHead(rows.getLong(1), rows.getString(2)) : ChainHead.NONE;
        }
    }

    /// Runs with entries after a place in the chain.
    static List<RunId> runsAfter(Connection connection, long sequence) throws SQLException {
        try (var query = connection.prepareStatement("SELECT DISTINCT run FROM entry WHERE sequence > ?")) {
            query.setLong(1, sequence);
            var found = new ArrayList<RunId>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new RunId(rows.getString(1)));
                }
            }
            return found;
        }
    }

    /// How many there are, after each was given to the action.
    static long all(Connection connection, Consumer<Entry> action) throws SQLException {
        try (var query = connection.prepareStatement(COLUMNS + "ORDER BY sequence")) {
            return each(query, action);
        }
    }

    /// The journal's own note of its head is checked like one that was kept elsewhere.
    static ChainCheck verify(Connection connection, ChainHead kept) {
        var walk = new ChainWalk(kept);
        try {
            walk.alsoKept(head(connection));
            all(connection, walk::step);
        } catch (SQLException e) {
            walk.unreadable("the journal cannot be read further: " + e.getMessage());
        }
        return walk.end();
    }

    private static long each(PreparedStatement query, Consumer<Entry> action) throws SQLException {
        query.setFetchSize(ROWS_AT_ONCE);
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

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
import org.jspecify.annotations.Nullable;

/// Queries over what commands led to in a journal, on any connection to it.
final class JournalRows {
    /// A row whose run is not known shows as one that was changed.
    private static final String ROWS = "SELECT told.sequence, told.run, coalesce(run.run, ''), told.version,"
            + " told.command, told.at, told.events, told.hash FROM told LEFT JOIN run ON run.began = told.run ";

    /// A journal may be larger than the memory; drivers that do not know better read all rows at once.
    private static final int ROWS_AT_ONCE = 1000;

    private JournalRows() {}

    static List<Recorded> of(Connection connection, RunId run, long afterVersion, int most) throws SQLException {
        try (var query = connection.prepareStatement(
                ROWS + "WHERE run.run = ? AND told.version > ? ORDER BY told.version LIMIT ?")) {
            query.setString(1, run.value());
            query.setLong(2, afterVersion);
            query.setInt(3, most);
            var found = new ArrayList<Recorded>();
            each(query, row -> found.addAll(row.recorded()));
            return found.stream()
                    .filter(recorded -> recorded.version() > afterVersion)
                    .limit(most)
                    .toList();
        }
    }

    static List<Recorded> told(Connection connection, RunId run, String command) throws SQLException {
        var row = row(connection, run.value(), command);
        return row == null ? List.of() : row.recorded();
    }

    /// What a command led to; null if it was never told.
    static @Nullable CommandRow row(Connection connection, String run, String command) throws SQLException {
        try (var query = connection.prepareStatement(ROWS + "WHERE run.run = ? AND told.command = ?")) {
            query.setString(1, run);
            query.setString(2, command);
            var found = new ArrayList<CommandRow>();
            each(query, found::add);
            return found.isEmpty() ? null : found.getFirst();
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
        try (var query = connection.prepareStatement(
                "SELECT DISTINCT run.run FROM told JOIN run ON run.began = told.run WHERE told.sequence > ?")) {
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

    /// How many there are, in the order of the chain, after each was given to the action.
    static long all(Connection connection, Consumer<CommandRow> action) throws SQLException {
        try (var query = connection.prepareStatement(ROWS + "ORDER BY told.sequence")) {
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

    private static long each(PreparedStatement query, Consumer<CommandRow> action) throws SQLException {
        query.setFetchSize(ROWS_AT_ONCE);
        try (var rows = query.executeQuery()) {
            var count = 0L;
            while (rows.next()) {
                action.accept(row(rows));
                count++;
            }
            return count;
        }
    }

    private static CommandRow row(ResultSet row) throws SQLException {
        return new CommandRow(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}

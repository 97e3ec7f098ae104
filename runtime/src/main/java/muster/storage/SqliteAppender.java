package muster.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import muster.run.RunId;

/// Writes batches through one connection. After any [SQLException] it must be closed and a fresh one opened: on a full
/// disk SQLite rolls back by itself, unknown to the driver, and what is remembered here is wrong from then on. Begins
/// and
/// commits are statements of its own, because the driver's transactions begin anew right after a commit and so keep
/// other
/// processes out for good.
final class SqliteAppender implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement insert;
    private final PreparedStatement version;
    private final PreparedStatement versionAfter;
    private ChainHead head = ChainHead.NONE;

    SqliteAppender(Connection connection) throws SQLException {
        this.connection = connection;
        this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
        this.commit = connection.prepareStatement("COMMIT");
        this.insert = connection.prepareStatement("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        this.version = connection.prepareStatement("SELECT coalesce(max(version), 0) FROM entry WHERE run = ?");
        this.versionAfter = connection.prepareStatement(
                "SELECT coalesce(max(version), 0) FROM entry WHERE run = ? AND command = ?");
    }

    /// Writes all in one transaction; each gets the outcome at the same place.
    List<AppendOutcome> append(List<SqliteWriter.Waiting> all) throws SQLException {
        begin.execute();
        // Another process may have written since: the head is read again inside the transaction.
        head = SqliteRows.head(connection);
        var outcomes = new ArrayList<AppendOutcome>();
        for (var each : all) {
            outcomes.add(one(each));
        }
        commit.execute();
        return outcomes;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private AppendOutcome one(SqliteWriter.Waiting waiting) throws SQLException {
        var batch = waiting.batch();
        var earlier = versionAfter(batch.run(), batch.command());
        if (earlier > 0) {
            return new AppendOutcome.AlreadyDone(earlier);
        }
        var present = version(batch.run());
        if (present != batch.expectedVersion()) {
            return new AppendOutcome.VersionConflict(present);
        }
        for (var draft : waiting.drafts()) {
            write(Entry.after(head, draft, present + 1 + draft.part()));
        }
        return new AppendOutcome.Appended(Drafts.recorded(batch));
    }

    private void write(Entry entry) throws SQLException {
        insert.setLong(1, entry.sequence());
        insert.setString(2, entry.run());
        insert.setLong(3, entry.version());
        insert.setString(4, entry.command());
        insert.setInt(5, entry.part());
        insert.setString(6, entry.at());
        insert.setString(7, entry.payload());
        insert.setString(8, entry.hash());
        insert.executeUpdate();
        head = entry.head();
    }

    private long version(RunId run) throws SQLException {
        version.setString(1, run.value());
        return number(version);
    }

    private long versionAfter(RunId run, String command) throws SQLException {
        versionAfter.setString(1, run.value());
        versionAfter.setString(2, command);
        return number(versionAfter);
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

package muster.storage;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import muster.run.RunId;

/// Transactions on PostgreSQL, with as few round trips as one can do with. Nothing is remembered: other servers write
/// too.
final class PostgresTransactions implements Dialect.Transactions {
    private final Connection connection;
    private final PreparedStatement lock;
    private final PreparedStatement look;
    private final PreparedStatement move;
    private final PreparedStatement nothing;

    PostgresTransactions(Connection connection) throws SQLException {
        this.connection = connection;
        this.lock = connection.prepareStatement("SELECT sequence, hash FROM head FOR UPDATE");
        this.look = connection.prepareStatement("""
                SELECT asked.run, asked.command,
                       (SELECT max(entry.version) FROM entry WHERE entry.run = asked.run),
                       (SELECT entry.version FROM entry
                         WHERE entry.run = asked.run AND entry.command = asked.command AND entry.part = 0)
                  FROM unnest(?::text[], ?::text[]) AS asked (run, command)""");
        this.move = connection.prepareStatement("WITH moved AS (UPDATE head SET sequence = ?, hash = ? RETURNING 1)"
                + " SELECT pg_notify('" + PostgresBell.CHANNEL + "', '') FROM moved");
        this.nothing = connection.prepareStatement("SELECT 1");
    }

    /// The row of the head is the lock: a statement after this one sees what the one who held it before has committed.
    @Override
    public ChainHead begin() throws SQLException {
        try (var rows = lock.executeQuery()) {
            return rows.next() ? new ChainHead(rows.getLong(1), rows.getString(2)) : ChainHead.NONE;
        }
    }

    /// One query looks all of them up.
    @Override
    public Known look(List<Batch> batches, Look how) throws SQLException {
        var versions = new HashMap<String, Long>();
        var commands = new HashMap<Known.Said, Long>();
        if (batches.isEmpty()) {
            return new Known(versions, commands);
        }
        look.setArray(1, array(batches, batch -> batch.run().value()));
        look.setArray(2, array(batches, Batch::command));
        try (var rows = look.executeQuery()) {
            while (rows.next()) {
                var run = rows.getString(1);
                versions.put(run, rows.getLong(3));
                var first = rows.getLong(4);
                if (first > 0) {
                    commands.put(
                            new Known.Said(run, rows.getString(2)),
                            JournalRows.lastOf(connection, new RunId(run), first));
                }
            }
        }
        return new Known(versions, commands);
    }

    /// The driver takes a commit for done that the server turned into a rollback because a statement had failed. No
    /// statement succeeds in such a transaction, so one is always executed first.
    @Override
    public void commit(AppendGroup group) throws SQLException {
        if (group.entries().isEmpty()) {
            nothing.execute();
        } else {
            move.setLong(1, group.head().sequence());
            move.setString(2, group.head().hash());
            move.execute();
        }
        connection.commit();
    }

    @Override
    public void takeBack() throws SQLException {
        connection.rollback();
    }

    private Array array(List<Batch> batches, Function<Batch, String> word) throws SQLException {
        return connection.createArrayOf("text", batches.stream().map(word).toArray());
    }
}

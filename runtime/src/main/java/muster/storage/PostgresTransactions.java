package muster.storage;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

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
                SELECT run.run, asked.command, run.began,
                       (SELECT max(told.version) FROM told WHERE told.run = run.began),
                       (SELECT told.version FROM told WHERE told.run = run.began AND told.command = asked.command)
                  FROM unnest(?::text[], ?::text[]) AS asked (run, command) JOIN run ON run.run = asked.run""");
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
        var runs = new HashMap<String, Extent>();
        var commands = new HashMap<Known.Said, Long>();
        if (batches.isEmpty()) {
            return new Known(runs, commands);
        }
        look.setArray(1, array(batches, batch -> batch.run().value()));
        look.setArray(2, array(batches, Batch::command));
        try (var rows = look.executeQuery()) {
            while (rows.next()) {
                var run = rows.getString(1);
                runs.put(run, new Extent(rows.getLong(3), rows.getLong(4)));
                var version = rows.getLong(5);
                if (version > 0) {
                    commands.put(new Known.Said(run, rows.getString(2)), version);
                }
            }
        }
        return new Known(runs, commands);
    }

    /// The driver takes a commit for done that the server turned into a rollback because a statement had failed. No
    /// statement succeeds in such a transaction, so one is always executed first.
    @Override
    public void commit(AppendGroup group) throws SQLException {
        if (group.rows().isEmpty()) {
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

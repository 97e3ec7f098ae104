package muster.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.run.RunId;

/// Looks things up in PostgreSQL, for a whole group in one round trip. Nothing is remembered: other servers write too.
final class PostgresLookup implements Dialect.Lookup {
    private final Connection connection;
    private final PreparedStatement query;

    PostgresLookup(Connection connection) throws SQLException {
        this.connection = connection;
        this.query = connection.prepareStatement("""
                SELECT asked.run, asked.command,
                       (SELECT run.version FROM run WHERE run.run = asked.run),
                       (SELECT entry.version FROM entry
                         WHERE entry.run = asked.run AND entry.command = asked.command AND entry.part = 0)
                  FROM unnest(?::text[], ?::text[]) AS asked (run, command)""");
    }

    @Override
    public Known of(List<Batch> batches) throws SQLException {
        var versions = new HashMap<String, Long>();
        var commands = new HashMap<Known.Said, Long>();
        if (batches.isEmpty()) {
            return new Known(versions, commands);
        }
        query.setArray(
                1, array(batches.stream().map(batch -> batch.run().value()).toList()));
        query.setArray(2, array(batches.stream().map(Batch::command).toList()));
        try (var rows = query.executeQuery()) {
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

    @Override
    public void committed(Map<String, Long> versions) {}

    private java.sql.Array array(List<String> all) throws SQLException {
        return connection.createArrayOf("text", all.toArray());
    }
}

package muster.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Looks things up in an SQLite file. Versions are remembered as long as no other process has written: SQLite's
/// `data_version` changes exactly then.
final class SqliteLookup implements Dialect.Lookup {
    /// Runs whose version is remembered; the one that was touched longest ago is forgotten first.
    private static final int REMEMBERED = 10_000;

    private final Connection connection;
    private final PreparedStatement changes;
    private final PreparedStatement version;
    private final PreparedStatement said;
    private final Map<String, Long> remembered = new LinkedHashMap<>(16, 0.75f, true);
    private long changed;

    SqliteLookup(Connection connection) throws SQLException {
        this.connection = connection;
        this.changes = connection.prepareStatement("PRAGMA data_version");
        this.version = connection.prepareStatement("SELECT max(version) FROM run WHERE run = ?");
        this.said = connection.prepareStatement("SELECT version FROM entry WHERE run = ? AND command = ? AND part = 0");
    }

    @Override
    public Known of(List<Batch> batches) throws SQLException {
        var now = number(changes);
        if (now != changed) {
            remembered.clear();
            changed = now;
        }
        var versions = new HashMap<String, Long>();
        var commands = new HashMap<Known.Said, Long>();
        for (var batch : batches) {
            var run = batch.run().value();
            versions.put(run, version(run));
            said.setString(1, run);
            said.setString(2, batch.command());
            var first = number(said);
            if (first > 0) {
                commands.put(Known.Said.of(batch), JournalRows.lastOf(connection, batch.run(), first));
            }
        }
        return new Known(versions, commands);
    }

    @Override
    public void committed(Map<String, Long> versions) {
        remembered.putAll(versions);
        var oldest = remembered.entrySet().iterator();
        while (remembered.size() > REMEMBERED) {
            oldest.next();
            oldest.remove();
        }
    }

    private long version(String run) throws SQLException {
        var known = remembered.get(run);
        if (known != null) {
            return known;
        }
        version.setString(1, run);
        return number(version);
    }

    /// 0 for nothing.
    private static long number(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}

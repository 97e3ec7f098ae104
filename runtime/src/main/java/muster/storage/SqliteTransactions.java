package muster.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Transactions on an SQLite file. The head of the chain and the places of runs are remembered as long as no other
/// connection has written: SQLite's `data_version` changes exactly then.
final class SqliteTransactions implements Dialect.Transactions {
    /// Runs whose place is remembered; the one that was touched longest ago is forgotten first.
    private static final int REMEMBERED = 10_000;

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final PreparedStatement changes;
    private final PreparedStatement extent;
    private final PreparedStatement said;
    private final PreparedStatement move;
    private final Map<String, Extent> remembered = new LinkedHashMap<>(16, 0.75f, true);
    private ChainHead head = ChainHead.NONE;
    private long changed;

    SqliteTransactions(Connection connection) throws SQLException {
        this.connection = connection;
        this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
        this.commit = connection.prepareStatement("COMMIT");
        this.rollback = connection.prepareStatement("ROLLBACK");
        this.changes = connection.prepareStatement("PRAGMA data_version");
        this.extent = connection.prepareStatement(
                "SELECT began, (SELECT max(version) FROM told WHERE told.run = run.began) FROM run WHERE run = ?");
        this.said = connection.prepareStatement("SELECT version FROM told WHERE run = ? AND command = ?");
        this.move = connection.prepareStatement("UPDATE head SET sequence = ?, hash = ?");
    }

    @Override
    public ChainHead begin() throws SQLException {
        begin.execute();
        var now = number(changes);
        if (now != changed) {
            remembered.clear();
            head = JournalRows.head(connection);
            changed = now;
        }
        return head;
    }

    @Override
    public Known look(List<Batch> batches, Look look) throws SQLException {
        var runs = new HashMap<String, Extent>();
        var commands = new HashMap<Known.Said, Long>();
        for (var batch : batches) {
            var run = batch.run().value();
            var extent = extent(run);
            runs.put(run, extent);
            var fits = extent.version() == batch.expectedVersion()
                    && !batch.events().isEmpty();
            var version = look == Look.BRIEF && fits ? 0 : said(extent, batch.command());
            if (version > 0) {
                commands.put(Known.Said.of(batch), version);
            }
        }
        return new Known(runs, commands);
    }

    /// Version of a run right after a command; 0 if it was never told.
    private long said(Extent run, String command) throws SQLException {
        said.setLong(1, run.began());
        said.setString(2, command);
        return number(said);
    }

    private Extent extent(String run) throws SQLException {
        var known = remembered.get(run);
        if (known != null) {
            return known;
        }
        extent.setString(1, run);
        try (var rows = extent.executeQuery()) {
            return rows.next() ? new Extent(rows.getLong(1), rows.getLong(2)) : Extent.NONE;
        }
    }

    @Override
    public void commit(AppendGroup group) throws SQLException {
        if (!group.rows().isEmpty()) {
            move.setLong(1, group.head().sequence());
            move.setString(2, group.head().hash());
            move.executeUpdate();
        }
        commit.execute();
        head = group.head();
        remembered.putAll(group.grown());
        var oldest = remembered.entrySet().iterator();
        while (remembered.size() > REMEMBERED) {
            oldest.next();
            oldest.remove();
        }
    }

    @Override
    public void takeBack() throws SQLException {
        rollback.execute();
    }

    /// 0 for nothing.
    private static long number(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}

package muster.engines;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.Action;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// Performs SQL statements in one transaction, exactly once in effect: the idempotency key goes into the table
/// `_muster_done` in the same transaction. Where a database commits at every DDL statement, it is at least once.
public final class SqlPerformer {
    private final Databases databases;

    /// With the databases that plans may name.
    public SqlPerformer(Databases databases) {
        this.databases = databases;
    }

    ActionResult perform(Action.Sql sql, ActionCall call) {
        try (var connection = databases.open(sql.database())) {
            connection.setAutoCommit(false);
            return perform(connection, sql, call);
        } catch (SQLException e) {
            return new ActionResult.Failed("database " + sql.database() + ": " + e.getMessage());
        }
    }

    private static ActionResult perform(Connection connection, Action.Sql sql, ActionCall call) throws SQLException {
        try {
            var outputs = marked(connection, call.key()) ? doneBefore() : executeAll(connection, sql);
            connection.commit();
            return new ActionResult.Succeeded(outputs);
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static SortedMap<String, String> doneBefore() {
        return new TreeMap<>(Map.of("done", "before"));
    }

    private static SortedMap<String, String> executeAll(Connection connection, Action.Sql sql) throws SQLException {
        var outputs = new TreeMap<String, String>();
        for (var i = 0; i < sql.statements().size(); i++) {
            outputs.put(
                    "rows-" + (i + 1),
                    Long.toString(execute(connection, sql.statements().get(i))));
        }
        return outputs;
    }

    /// True if the key was there; otherwise it is there from the commit on.
    private static boolean marked(Connection connection, String key) throws SQLException {
        execute(connection, "CREATE TABLE IF NOT EXISTS _muster_done (key VARCHAR(400) PRIMARY KEY)");
        try (var query = connection.prepareStatement("SELECT key FROM _muster_done WHERE key = ?")) {
            query.setString(1, key);
            try (var rows = query.executeQuery()) {
                if (rows.next()) {
                    return true;
                }
            }
        }
        try (var insert = connection.prepareStatement("INSERT INTO _muster_done VALUES (?)")) {
            insert.setString(1, key);
            insert.executeUpdate();
            return false;
        }
    }

    private static long execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        }
    }
}

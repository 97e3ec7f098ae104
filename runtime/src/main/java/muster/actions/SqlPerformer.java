package muster.actions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import muster.plan.Action;
import muster.run.ActionResult;
import org.jspecify.annotations.Nullable;

/// Performs SQL statements in one transaction, exactly once in effect: the idempotency key goes into the table
/// `_muster_done` in the same transaction. Where a database commits at every DDL statement, it is at least once.
public final class SqlPerformer implements Performer<Action.Sql> {
    private static final Duration BETWEEN_CANCELS = Duration.ofMillis(50);
    private static final String LEDGER = "\"_muster_done\"";

    private final Databases databases;
    private final Capture capture;

    /// With the databases that plans may name.
    public SqlPerformer(Databases databases) {
        this(databases, UnaryOperator.identity());
    }

    /// @param redact takes secrets out of what the database says
    public SqlPerformer(Databases databases, UnaryOperator<String> redact) {
        this.databases = databases;
        this.capture = new Capture(redact);
    }

    @Override
    public @Nullable String obstacle(Action.Sql sql) {
        return databases.obstacle(sql.database());
    }

    /// On a thread of its own, because drivers do not heed interruptions.
    @Override
    public ActionResult perform(Action.Sql sql, Assignment assignment) throws InterruptedException {
        var result = new CompletableFuture<ActionResult>();
        var attempt = new Attempt(sql, assignment.call().key(), new AtomicReference<>());
        var thread = Thread.ofPlatform().daemon().start(() -> complete(result, attempt));
        try {
            return result.get();
        } catch (ExecutionException e) {
            return failed(sql, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            end(thread, attempt);
            throw e;
        }
    }

    /// Again until it has ended: a statement that is about to begin cannot be cancelled yet.
    private static void end(Thread thread, Attempt attempt) throws InterruptedException {
        thread.interrupt();
        do {
            attempt.cancel();
        } while (!thread.join(BETWEEN_CANCELS));
    }

    private void complete(CompletableFuture<ActionResult> result, Attempt attempt) {
        try (var connection = databases.open(attempt.sql().database())) {
            connection.setAutoCommit(false);
            result.complete(new ActionResult.Succeeded(attempt.in(connection)));
        } catch (SQLException e) {
            result.complete(failed(attempt.sql(), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private ActionResult failed(Action.Sql sql, String why) {
        return new ActionResult.Failed(capture.text("database " + sql.database() + ": " + why));
    }

    /// One transaction.
    ///
    /// @param current what is being executed, for whoever cancels it
    private record Attempt(Action.Sql sql, String key, AtomicReference<@Nullable Statement> current) {

        void cancel() {
            var statement = current.get();
            try {
                if (statement != null) {
                    statement.cancel();
                }
            } catch (SQLException e) {
                // It has ended by itself, or goes on to its end; the transaction is not committed either way.
            }
        }

        SortedMap<String, String> in(Connection connection) throws SQLException {
            try {
                var outputs = marked(connection) ? new TreeMap<>(Map.of("done", "before")) : executeAll(connection);
                if (Thread.interrupted()) {
                    throw new SQLException("it was interrupted");
                }
                connection.commit();
                return confirmed(connection, outputs);
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }

        /// A commit that returned proves nothing with every database: the ledger is read back.
        private SortedMap<String, String> confirmed(Connection connection, SortedMap<String, String> outputs)
                throws SQLException {
            if (!known(connection)) {
                throw new SQLException("the commit returned, but the transaction is not there");
            }
            return outputs;
        }

        private SortedMap<String, String> executeAll(Connection connection) throws SQLException {
            var outputs = new TreeMap<String, String>();
            for (var i = 0; i < sql.statements().size(); i++) {
                var rows = execute(connection, sql.statements().get(i));
                outputs.put("rows-" + (i + 1), Long.toString(rows));
            }
            return outputs;
        }

        /// True if the key was there; otherwise it is there from the commit on.
        private boolean marked(Connection connection) throws SQLException {
            execute(connection, "CREATE TABLE IF NOT EXISTS " + LEDGER + " (key VARCHAR(400) PRIMARY KEY)");
            if (known(connection)) {
                return true;
            }
            try (var insert = connection.prepareStatement("INSERT INTO " + LEDGER + " VALUES (?)")) {
                insert.setString(1, key);
                insert.executeUpdate();
                return false;
            }
        }

        private boolean known(Connection connection) throws SQLException {
            try (var query = connection.prepareStatement("SELECT key FROM " + LEDGER + " WHERE key = ?")) {
                query.setString(1, key);
                try (var rows = query.executeQuery()) {
                    return rows.next();
                }
            }
        }

        private long execute(Connection connection, String text) throws SQLException {
            if (Thread.currentThread().isInterrupted()) {
                throw new SQLException("it was interrupted");
            }
            try (var statement = connection.createStatement()) {
                current.set(statement);
                statement.execute(text);
                return Math.max(0, statement.getUpdateCount());
            } finally {
                current.set(null);
            }
        }
    }
}

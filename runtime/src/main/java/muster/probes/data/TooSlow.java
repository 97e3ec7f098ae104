package muster.probes.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Stops a statement that runs longer than its limit, or whose caller is interrupted, on every engine alike:
/// SQLite's driver takes its query timeout for a waiting time, and DuckDB cannot be asked for one in SQL.
final class TooSlow implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 50;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Statement statement;
    private final Duration limit;
    private volatile boolean stopped;

    /// Its thread is a platform thread, because native calls of drivers pin the carriers of virtual ones.
    TooSlow(Statement statement, Duration limit) {
        this.statement = statement;
        this.limit = limit;
        var caller = Thread.currentThread();
        Thread.ofPlatform().daemon().name("muster-query-limit").start(() -> watch(caller));
    }

    /// Changes something within the limit.
    static void execute(Connection connection, Duration limit, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var watched = new TooSlow(statement, limit)) {
            try {
                statement.execute(sql);
            } catch (SQLException e) {
                throw watched.told(e);
            }
        }
    }

    private void watch(Thread caller) {
        long begin = System.nanoTime();
        try {
            while (!ended.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                if (caller.isInterrupted() || System.nanoTime() - begin > limit.toNanos()) {
                    stopped = true;
                    statement.cancel();
                    return;
                }
            }
        } catch (InterruptedException | SQLException _) {
            // The statement has ended by itself, or goes on to its end: there is no other way to stop it.
        }
    }

    /// The same exception, or one that says that the time was up.
    SQLException told(SQLException e) {
        return stopped
                ? new SQLTimeoutException("it ran longer than " + limit.toSeconds() + " s and was stopped", e)
                : e;
    }

    @Override
    public void close() {
        ended.countDown();
    }
}

package muster.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What differs between the databases that a journal is kept in. Everything else is written once, in SQL that both
/// understand.
sealed interface Dialect extends AutoCloseable permits SqliteDialect, PostgresDialect {

    /// A connection for the one writer of this process, with tables that are up to date. It is closed by its user, and
    /// after any exception a fresh one is asked for.
    Connection writing() throws SQLException;

    /// Answers a query on a connection for reading.
    <T extends @Nullable Object> T read(Query<T> query) throws SQLException;

    /// Begins a transaction in which nobody else appends, and the last link of the chain in it.
    ChainHead begin(Connection connection) throws SQLException;

    /// Makes it durable, and tells other processes if there are new entries.
    void commit(Connection connection, News news) throws SQLException;

    /// Looks things up for the writer on its connection.
    Lookup lookup(Connection connection) throws SQLException;

    /// See [Journal#deliver].
    int deliver(Instant now, int most, Consumer<Message> teller) throws SQLException;

    /// Rings when there may be new entries.
    Bell bell();

    /// How long a failed transaction is tried again before its callers are told.
    Duration patience();

    @Override
    void close();

    /// Whether a transaction leaves new entries.
    enum News {
        NONE,
        ENTRIES
    }

    /// For one thread.
    interface Bell extends AutoCloseable {
        /// Waits until there may be new entries, at most about a second.
        void await() throws InterruptedException;

        @Override
        void close();
    }

    /// A query.
    interface Query<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /// What the writer must know of runs and commands.
    interface Lookup {
        /// For all runs and commands of the batches, as they are in the transaction under way.
        Known of(List<Batch> batches) throws SQLException;

        /// These versions were committed.
        void committed(Map<String, Long> versions);
    }
}

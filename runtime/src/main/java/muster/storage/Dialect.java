package muster.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /// Does something beside the writer in a transaction of its own, all or nothing.
    <T extends @Nullable Object> T write(Query<T> work) throws SQLException;

    /// Answers a query on the writer's connection while nothing is written there.
    <T extends @Nullable Object> T read(Connection writing, Query<T> query) throws SQLException;

    /// The writer's transactions on its connection.
    Transactions transactions(Connection connection) throws SQLException;

    /// Who writes when nobody else does.
    Lone lone();

    /// See [Journal#deliver].
    int deliver(Instant now, int most, Consumer<Message> teller) throws SQLException;

    /// Rings when there may be new entries.
    Bell bell();

    /// How long a failed transaction is tried again before its callers are told.
    Duration patience();

    @Override
    void close();

    /// Who writes when nobody else does.
    enum Lone {
        /// The caller itself, which spares it two changes of threads.
        CALLER,
        /// The writer's own thread, because an interrupt of the caller would break the connection.
        WRITER
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

    /// Transactions in which nobody else appends, one after the other. After any exception they are over.
    interface Transactions {
        /// Begins one; the last link of the chain in it.
        ChainHead begin() throws SQLException;

        /// What is known of the runs and commands of batches in the transaction under way.
        Known look(List<Batch> batches, Look look) throws SQLException;

        /// Moves the head, makes all durable, and tells other processes if there are new entries.
        void commit(AppendGroup group) throws SQLException;

        /// Takes the transaction under way back, after one of its statements was refused.
        void takeBack() throws SQLException;
    }
}

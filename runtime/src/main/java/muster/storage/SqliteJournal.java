package muster.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import muster.run.Recorded;
import muster.run.RunId;
import org.jspecify.annotations.Nullable;

/// A journal in one SQLite file, flushed to the disk before an append returns (write-ahead log, synchronous = FULL). It
/// survives `kill -9` and loss of power. Several processes may open the same file.
public final class SqliteJournal implements Journal {
    private final Connection reading;
    private final @Nullable SqliteWriter writer;

    private SqliteJournal(Connection reading, @Nullable SqliteWriter writer) {
        this.reading = reading;
        this.writer = writer;
    }

    /// Opens the file for reading and writing, and creates it if it is not there.
    ///
    /// @throws JournalUnavailable if the file is not a journal, is of a newer version or cannot be opened
    public static SqliteJournal open(Path file) {
        try {
            var writer = new SqliteWriter(file);
            var reading = SqliteFile.forReading(file);
            writer.start();
            return new SqliteJournal(reading, writer);
        } catch (SQLException e) {
            throw new JournalUnavailable("cannot open the journal " + file, e);
        }
    }

    /// Opens an existing file for reading only, also while a run is being written to it; appending is unavailable.
    ///
    /// @throws JournalUnavailable if the file is not there, is not a journal or is of a newer version
    public static SqliteJournal openReadOnly(Path file) {
        try {
            return new SqliteJournal(SqliteFile.forReading(file), null);
        } catch (SQLException e) {
            throw new JournalUnavailable("cannot read the journal " + file, e);
        }
    }

    @Override
    public AppendOutcome append(Batch batch) {
        if (writer == null) {
            throw new JournalUnavailable(
                    "the journal was opened for reading only", new UnsupportedOperationException());
        }
        return writer.append(batch);
    }

    @Override
    public List<Recorded> read(RunId run, long afterVersion) {
        return query(connection -> SqliteRows.of(connection, run, afterVersion));
    }

    @Override
    public List<RunId> runs() {
        return query(SqliteRows::runs);
    }

    @Override
    public ChainHead head() {
        return query(SqliteRows::head);
    }

    @Override
    public ChainCheck verify(ChainHead kept) {
        return query(connection -> SqliteRows.verify(connection, kept));
    }

    @Override
    public void export(Consumer<String> line) {
        query(connection -> SqliteRows.all(connection, entry -> line.accept(entry.json())));
    }

    @Override
    public void close() {
        query(connection -> {
            connection.close();
            return true;
        });
        // Last, because only a connection that may write folds the write-ahead log into the file as it closes.
        if (writer != null) {
            writer.close();
        }
    }

    private synchronized <T> T query(Query<T> query) {
        try {
            return query.on(reading);
        } catch (SQLException e) {
            throw new JournalUnavailable("the journal could not be read", e);
        }
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }
}

package muster.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import muster.run.Recorded;
import muster.run.RunId;
import org.jspecify.annotations.Nullable;

/// A journal in a database, flushed to the disk before an append returns. It survives `kill -9` and loss of power.
/// Several processes may have it open.
final class JdbcJournal implements Journal {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Dialect dialect;
    private final @Nullable JournalWriter writer;

    private JdbcJournal(Dialect dialect, @Nullable JournalWriter writer) {
        this.dialect = dialect;
        this.writer = writer;
    }

    static JdbcJournal open(Dialect dialect, String name) {
        try {
            var writer = new JournalWriter(dialect);
            writer.first(JournalRows::head);
            writer.start();
            return new JdbcJournal(dialect, writer);
        } catch (SQLException e) {
            dialect.close();
            throw JournalUnavailable.because("cannot open the journal " + name, e);
        }
    }

    static JdbcJournal openReadOnly(Dialect dialect, String name) {
        try {
            dialect.read(JournalRows::head);
            return new JdbcJournal(dialect, null);
        } catch (SQLException e) {
            dialect.close();
            throw JournalUnavailable.because("cannot read the journal " + name, e);
        }
    }

    @Override
    public AppendOutcome append(Batch batch) {
        return writer().append(batch);
    }

    @Override
    public void keep(Message message) {
        writer().keep(message);
    }

    @Override
    public List<Recorded> read(RunId run, long afterVersion) {
        return read(run, afterVersion, Integer.MAX_VALUE);
    }

    @Override
    public List<Recorded> read(RunId run, long afterVersion, int most) {
        return query(connection -> JournalRows.of(connection, run, afterVersion, most));
    }

    @Override
    public List<Recorded> told(RunId run, String command) {
        return query(connection -> JournalRows.told(connection, run, command));
    }

    @Override
    public List<RunId> runs() {
        return query(JournalRows::runs);
    }

    @Override
    public ChainHead head() {
        return query(JournalRows::head);
    }

    @Override
    public ChainCheck verify(ChainHead kept) {
        return query(connection -> JournalRows.verify(connection, kept));
    }

    @Override
    public void export(Consumer<String> line) {
        var lines = new ExportLines(line);
        once(connection -> JournalRows.all(connection, lines::add));
    }

    @Override
    public int deliver(Instant now, int most, Consumer<Message> teller) {
        writer();
        var due = nextDue();
        if (due == null || due.isAfter(now)) {
            return 0;
        }
        try {
            return dialect.deliver(now, most, teller);
        } catch (SQLException e) {
            throw JournalUnavailable.because("messages could not be delivered", e);
        }
    }

    @Override
    public @Nullable Instant nextDue() {
        return query(MessageRows::nextDue);
    }

    @Override
    public Watch watch(Consumer<RunId> appended) {
        return JournalWatch.begin(this, dialect, appended);
    }

    List<RunId> runsAfter(long sequence) {
        return query(connection -> JournalRows.runsAfter(connection, sequence));
    }

    @Override
    public void close() {
        dialect.close();
        // Last, because only a connection that may write folds SQLite's write-ahead log into the file as it closes.
        if (writer != null) {
            writer.close();
        }
    }

    private JournalWriter writer() {
        if (writer == null) {
            throw new JournalUnavailable(
                    "the journal was opened for reading only", new UnsupportedOperationException());
        }
        return writer;
    }

    /// Asked again for a while if the database is only away; a query has no effect but its answer.
    private <T extends @Nullable Object> T query(Dialect.Query<T> query) {
        var giveUp = System.nanoTime() + dialect.patience().toNanos();
        while (true) {
            try {
                return asked(query);
            } catch (SQLException e) {
                if (!Trouble.passes(e) || System.nanoTime() >= giveUp) {
                    throw unreadable(e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private <T extends @Nullable Object> T asked(Dialect.Query<T> query) throws SQLException {
        var found = writer == null ? null : writer.first(query);
        return found == null ? dialect.read(query) : found.answer();
    }

    /// For a query that tells what it finds as it goes.
    private <T> T once(Dialect.Query<T> query) {
        try {
            return dialect.read(query);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static JournalUnavailable unreadable(SQLException e) {
        return JournalUnavailable.because("the journal could not be read", e);
    }
}

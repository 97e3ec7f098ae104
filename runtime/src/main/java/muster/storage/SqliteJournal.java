package muster.storage;

import java.nio.file.Path;

/// Journals in one SQLite file (write-ahead log, synchronous = FULL).
public final class SqliteJournal {
    private SqliteJournal() {}

    /// Opens the file for reading and writing, and creates it if it is not there.
    ///
    /// @throws JournalUnavailable if the file is not a journal, is of a newer version or cannot be opened
    public static Journal open(Path file) {
        return JdbcJournal.open(new SqliteDialect(file), file.toString());
    }

    /// Opens an existing file for reading only, also while a run is being written to it; appending is unavailable.
    ///
    /// @throws JournalUnavailable if the file is not there, is not a journal or is of a newer version
    public static Journal openReadOnly(Path file) {
        return JdbcJournal.openReadOnly(new SqliteDialect(file), file.toString());
    }

    /// Opens the outbox of the file's journal, and creates the file if it is not there.
    ///
    /// @throws JournalUnavailable if the file is not a journal, is of a newer version or cannot be opened
    public static Outbox outbox(Path file) {
        return Outbox.open(new SqliteDialect(file), file.toString());
    }
}

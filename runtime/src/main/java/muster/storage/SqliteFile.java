package muster.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;

/// Opens a journal's SQLite file and brings its tables up to date.
final class SqliteFile {
    /// Each entry is one version of the tables; entries are added, never changed.
    private static final List<List<String>> MIGRATIONS = List.of(List.of("""
            CREATE TABLE entry (
                sequence INTEGER PRIMARY KEY,
                run      TEXT    NOT NULL,
                version  INTEGER NOT NULL,
                command  TEXT    NOT NULL,
                part     INTEGER NOT NULL,
                at       TEXT    NOT NULL,
                payload  TEXT    NOT NULL,
                hash     TEXT    NOT NULL,
                UNIQUE (run, version),
                UNIQUE (run, command, part)
            ) STRICT"""));

    /// How long to wait for a writer in another process before giving up.
    private static final int BUSY_MILLIS = 10_000;

    private SqliteFile() {}

    static Connection forWriting(Path file) throws SQLException {
        var config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        var connection = config.createConnection("jdbc:sqlite:" + file);
        migrate(connection);
        return connection;
    }

    static Connection forReading(Path file) throws SQLException {
        var config = config();
        config.setReadOnly(true);
        var connection = config.createConnection("jdbc:sqlite:" + file);
        requireKnown(version(connection));
        return connection;
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    private static void migrate(Connection connection) throws SQLException {
        run(connection, "BEGIN IMMEDIATE");
        run(connection, "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT");
        var present = version(connection);
        requireKnown(present);
        for (var next = present; next < MIGRATIONS.size(); next++) {
            for (var statement : MIGRATIONS.get(next)) {
                run(connection, statement);
            }
            run(connection, "INSERT INTO schema_version VALUES (" + (next + 1) + ")");
        }
        run(connection, "COMMIT");
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT coalesce(max(version), 0) FROM schema_version")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void requireKnown(int version) throws SQLException {
        if (version > MIGRATIONS.size()) {
            throw new SQLException("the journal has tables of version " + version + ", this Muster knows up to "
                    + MIGRATIONS.size() + "; it was written by a newer one");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package muster.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// One SQLite file. Begins and commits are statements of its own, because the driver's transactions begin anew right
/// after a commit and so keep other processes out for good.
final class SqliteDialect implements Dialect {
    static final Migrations MIGRATIONS = new Migrations(
            List.of("BEGIN IMMEDIATE"),
            List.of(
                    List.of("""
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
                            ) STRICT"""),
                    List.of(
                            """
                            CREATE TABLE lean (
                                sequence INTEGER PRIMARY KEY,
                                run      TEXT    NOT NULL,
                                version  INTEGER NOT NULL,
                                command  TEXT    NOT NULL,
                                part     INTEGER NOT NULL,
                                at       TEXT    NOT NULL,
                                payload  TEXT    NOT NULL,
                                hash     TEXT    NOT NULL,
                                UNIQUE (run, version)
                            ) STRICT""",
                            "INSERT INTO lean SELECT * FROM entry",
                            "DROP TABLE entry",
                            "ALTER TABLE lean RENAME TO entry",
                            "CREATE UNIQUE INDEX entry_command ON entry (run, command) WHERE part = 0",
                            """
                            CREATE TABLE run (
                                run     TEXT    PRIMARY KEY,
                                began   INTEGER NOT NULL,
                                version INTEGER NOT NULL
                            ) STRICT, WITHOUT ROWID""",
                            "INSERT INTO run SELECT run, min(sequence), max(version) FROM entry GROUP BY run",
                            "CREATE TABLE head (sequence INTEGER NOT NULL, hash TEXT NOT NULL) STRICT",
                            "INSERT INTO head VALUES (0, '" + ChainHead.NONE.hash() + "')",
                            "UPDATE head SET sequence = last.sequence, hash = last.hash"
                                    + " FROM (SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1) AS last",
                            """
                            CREATE TABLE message (
                                run     TEXT    NOT NULL,
                                key     TEXT    NOT NULL,
                                due     INTEGER NOT NULL,
                                command TEXT    NOT NULL,
                                PRIMARY KEY (run, key)
                            ) STRICT, WITHOUT ROWID""",
                            "CREATE INDEX message_due ON message (due)"),
                    List.of("ALTER TABLE run DROP COLUMN version"),
                    List.of("""
                            CREATE TABLE notice (
                                key      TEXT    NOT NULL,
                                channel  TEXT    NOT NULL,
                                due      INTEGER,
                                attempts INTEGER NOT NULL,
                                body     TEXT    NOT NULL,
                                why      TEXT    NOT NULL,
                                PRIMARY KEY (key, channel)
                            ) STRICT, WITHOUT ROWID""", "CREATE INDEX notice_due ON notice (due)", """
                            CREATE TABLE noticed (
                                run     TEXT    PRIMARY KEY,
                                version INTEGER NOT NULL
                            ) STRICT, WITHOUT ROWID"""),
                    List.of(
                            """
                            CREATE TABLE told (
                                sequence INTEGER PRIMARY KEY,
                                run      INTEGER NOT NULL,
                                version  INTEGER NOT NULL,
                                command  TEXT    NOT NULL,
                                at       TEXT    NOT NULL,
                                events   TEXT    NOT NULL,
                                hash     TEXT    NOT NULL,
                                UNIQUE (run, version),
                                UNIQUE (run, command)
                            ) STRICT""",
                            Migrations.tell("group_concat(payload, char(10) ORDER BY version)"),
                            "DROP TABLE entry",
                            "CREATE UNIQUE INDEX run_began ON run (began)")));

    /// Pages of the write-ahead log before it is folded into the file, 32 MiB. The same pages change again and again,
    /// so that folding them in at the usual 1,000 costs more than the commits.
    private static final int FOLD_AFTER = 8192;

    /// How long to wait for a writer in another process before giving up.
    private static final int BUSY_MILLIS = 10_000;

    /// How often to look for entries of other processes; SQLite does not tell.
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Path file;
    private @Nullable Connection reading;

    SqliteDialect(Path file) {
        this.file = file;
    }

    @Override
    public Connection writing() throws SQLException {
        var config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        var connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            MIGRATIONS.bring(connection);
            execute(connection, "PRAGMA wal_autocheckpoint = " + FOLD_AFTER);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public synchronized <T extends @Nullable Object> T read(Query<T> query) throws SQLException {
        var connection = reading == null ? opened() : reading;
        reading = connection;
        try {
            return query.on(connection);
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /// A file on a disk that can only be read is taken as it lies there, unless it waits for what is in its log.
    private Connection opened() throws SQLException {
        var log = Path.of(file + "-wal");
        return Files.isWritable(file) || Files.exists(log) || !Files.exists(file)
                ? opened("jdbc:sqlite:" + file)
                : opened("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?immutable=1");
    }

    /// A file of an older version is brought up to date first.
    private Connection opened(String url) throws SQLException {
        var config = config();
        config.setReadOnly(true);
        var connection = config.createConnection(url);
        try {
            if (!MIGRATIONS.areDone(connection)) {
                writing().close();
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Connection writing, Query<T> query) throws SQLException {
        return query.on(writing);
    }

    @Override
    public Transactions transactions(Connection connection) throws SQLException {
        return new SqliteTransactions(connection);
    }

    @Override
    public Lone lone() {
        return Lone.CALLER;
    }

    /// Nothing is locked while messages are told: two processes may tell the same one, which has one effect by its key.
    @Override
    public int deliver(Instant now, int most, Consumer<Message> teller) throws SQLException {
        var due = read(connection -> MessageRows.due(connection, now, most, ""));
        var round = Round.of(due, teller);
        forget(round.told());
        return round.count();
    }

    private void forget(List<Message> told) throws SQLException {
        if (told.isEmpty()) {
            return;
        }
        write(connection -> {
            MessageRows.remove(connection, told);
            return told.size();
        });
    }

    /// A transaction that failed ends with its connection.
    @Override
    public <T extends @Nullable Object> T write(Query<T> work) throws SQLException {
        try (var connection = writing()) {
            execute(connection, "BEGIN IMMEDIATE");
            var answer = work.on(connection);
            execute(connection, "COMMIT");
            return answer;
        }
    }

    @Override
    public Bell bell() {
        return new Bell() {
            @Override
            public void await() throws InterruptedException {
                Thread.sleep(LOOK);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public synchronized void close() {
        try {
            if (reading != null) {
                reading.close();
            }
        } catch (SQLException e) {
            // A connection that only read has nothing to lose.
        }
        reading = null;
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

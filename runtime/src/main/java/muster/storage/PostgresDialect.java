package muster.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL database that several servers share. The row of `head` is locked while one of them appends, so that
/// there is one chain; the lock ends with the transaction, also when the server that holds it dies.
final class PostgresDialect implements Dialect {
    static final Migrations MIGRATIONS = new Migrations(
            // An arbitrary number that no other program is likely to lock.
            List.of(
                    "BEGIN",
                    "SELECT pg_advisory_xact_lock(6872836510)",
                    "CREATE SCHEMA IF NOT EXISTS " + PostgresAddress.SCHEMA),
            List.of(
                    List.of(
                            """
                    CREATE TABLE entry (
                        sequence bigint PRIMARY KEY,
                        run      text   NOT NULL,
                        version  bigint NOT NULL,
                        command  text   NOT NULL,
                        part     int    NOT NULL,
                        at       text   NOT NULL,
                        payload  text   NOT NULL,
                        hash     text   NOT NULL,
                        UNIQUE (run, version)
                    )""",
                            "CREATE UNIQUE INDEX entry_command ON entry (run, command) WHERE part = 0",
                            "CREATE TABLE run (run text PRIMARY KEY, began bigint NOT NULL, version bigint NOT NULL)",
                            "CREATE TABLE head (sequence bigint NOT NULL, hash text NOT NULL)",
                            "INSERT INTO head VALUES (0, '" + ChainHead.NONE.hash() + "')",
                            """
                    CREATE TABLE message (
                        run     text   NOT NULL,
                        key     text   NOT NULL,
                        due     bigint NOT NULL,
                        command text   NOT NULL,
                        PRIMARY KEY (run, key)
                    )""",
                            "CREATE INDEX message_due ON message (due)"),
                    List.of("ALTER TABLE run DROP COLUMN version"),
                    List.of(
                            """
                    CREATE TABLE notice (
                        key      text   NOT NULL,
                        channel  text   NOT NULL,
                        due      bigint,
                        attempts int    NOT NULL,
                        body     text   NOT NULL,
                        why      text   NOT NULL,
                        PRIMARY KEY (key, channel)
                    )""",
                            "CREATE INDEX notice_due ON notice (due)",
                            "CREATE TABLE noticed (run text PRIMARY KEY, version bigint NOT NULL)"),
                    List.of(
                            """
                    CREATE TABLE told (
                        sequence bigint PRIMARY KEY,
                        run      bigint NOT NULL,
                        version  bigint NOT NULL,
                        command  text   NOT NULL,
                        at       text   NOT NULL,
                        events   text   NOT NULL,
                        hash     text   NOT NULL,
                        UNIQUE (run, version),
                        UNIQUE (run, command)
                    )""",
                            Migrations.tell("string_agg(payload, chr(10) ORDER BY version)"),
                            "DROP TABLE entry",
                            "CREATE UNIQUE INDEX run_began ON run (began)")));

    /// Servers wait this long for a database that is restarted or failed over.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// A server that is cut off in the middle of an append keeps the others waiting no longer than this: its machine
    /// may be gone without a word, and then PostgreSQL would hold its locks for hours.
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);

    /// Who reads holds up nobody, and a large run is folded while its transaction lasts.
    private static final Duration LONGEST_READ = Duration.ofMinutes(10);

    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /// Enough for reads and deliveries of one server; the writer has a connection of its own.
    private static final int MOST_READING = 4;

    private final String url;
    private final Properties properties;
    private final HikariDataSource pool;

    PostgresDialect(String url, Properties properties) {
        this.url = url;
        this.properties = properties;
        this.pool = pool(url, properties);
    }

    private static HikariDataSource pool(String url, Properties properties) {
        var config = new HikariConfig();
        config.setPoolName("muster-journal");
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(MOST_READING);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public Connection writing() throws SQLException {
        var connection = connect();
        try {
            MIGRATIONS.bring(connection);
            execute(connection, "SET idle_in_transaction_session_timeout = " + LONGEST_SILENCE.toMillis());
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Each query sees one moment of the journal.
    @Override
    public <T extends @Nullable Object> T read(Query<T> query) throws SQLException {
        try (var connection = pool.getConnection()) {
            execute(connection, ONE_MOMENT);
            return answered(connection, query);
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Query<T> work) throws SQLException {
        try (var connection = pool.getConnection()) {
            var answer = work.on(connection);
            connection.commit();
            return answer;
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Connection connection, Query<T> query) throws SQLException {
        execute(
                connection,
                ONE_MOMENT + "; SET LOCAL idle_in_transaction_session_timeout = " + LONGEST_READ.toMillis());
        return answered(connection, query);
    }

    private static <T extends @Nullable Object> T answered(Connection connection, Query<T> query) throws SQLException {
        var answer = query.on(connection);
        connection.rollback();
        return answer;
    }

    @Override
    public Transactions transactions(Connection connection) throws SQLException {
        return new PostgresTransactions(connection);
    }

    @Override
    public Lone lone() {
        return Lone.WRITER;
    }

    /// Messages are locked while they are told, and other servers skip them. A server that dies loses its locks.
    @Override
    public int deliver(Instant now, int most, Consumer<Message> teller) throws SQLException {
        try (var connection = pool.getConnection()) {
            var due = MessageRows.due(connection, now, most, " FOR UPDATE SKIP LOCKED");
            var round = Round.of(due, teller);
            MessageRows.remove(connection, round.told());
            connection.commit();
            return round.count();
        }
    }

    @Override
    public Bell bell() {
        return new PostgresBell(this::connect);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

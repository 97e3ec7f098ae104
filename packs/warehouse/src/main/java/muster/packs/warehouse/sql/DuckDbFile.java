package muster.packs.warehouse.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/// A DuckDB database file. The driver comes from the application. Only one process can hold the file at a time.
public record DuckDbFile(Path file) implements WarehouseAccess {
    /// Without a limit DuckDB takes 80 % of the memory; 1 GB was measured to cost nothing on 5,817 tables.
    public static final String MEMORY_LIMIT = "1GB";

    /// What a statement is shared among.
    static final int THREADS = 2;

    /// What a file of DuckDB has behind its checksum. Source: DuckDB's description of its storage format.
    private static final byte[] MARK = {'D', 'U', 'C', 'K'};

    private static final int MARK_AT = 8;

    @Override
    public Connection open() throws SQLException {
        if (isAnotherFile()) {
            throw new SQLException(file + " is no DuckDB file");
        }
        return limited(DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath()));
    }

    /// DuckDB makes a database with a view of a file of another kind, such as a list of names, as if it were one.
    private boolean isAnotherFile() {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(MARK_AT + MARK.length);
            return head.length > 0
                    && !Arrays.equals(head, Math.min(MARK_AT, head.length), head.length, MARK, 0, MARK.length);
        } catch (IOException e) {
            return false; // the engine says why
        }
    }

    @Override
    public Reserve reserve() {
        return new Reserve(file.toAbsolutePath().resolveSibling(file.getFileName() + ".reserve"));
    }

    /// A connection to a database in memory, with the same limits.
    public static Connection inMemory() throws SQLException {
        return limited(DriverManager.getConnection("jdbc:duckdb:"));
    }

    /// Times with a zone are read and told in UTC, wherever the machine stands.
    private static Connection limited(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '" + MEMORY_LIMIT + "'");
            statement.execute("SET TimeZone = 'UTC'");
            limit(statement);
        }
        return connection;
    }

    /// Starting threads anew takes longer than a hundred renames, and work that has asked for one thread keeps it.
    private static void limit(Statement statement) throws SQLException {
        try (var result = statement.executeQuery("SELECT current_setting('threads')")) {
            if (!result.next() || result.getLong(1) <= THREADS) {
                return;
            }
        }
        statement.execute("SET threads = " + THREADS);
    }
}

package muster.probes.data;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import muster.matching.Value;
import org.jspecify.annotations.Nullable;

/// An open database that is only read: in one transaction that cannot write and is rolled back, each statement
/// within a time limit.
record Reader(Connection connection, Engine engine, Duration limit) {
    /// Longest time of one statement if the expectation says none. An audit that waits longer is not read any
    /// more.
    static final Duration LIMIT = Duration.ofSeconds(60);

    /// More rows than a person or a matcher wants to see; what needs more of them aggregates.
    static final int MOST_ROWS = 10_000;

    private static final int FETCHED = 500;

    /// What is done while nothing can be written.
    @FunctionalInterface
    interface Use<T> {
        T of(Reader reader) throws SQLException;
    }

    /// All statements see the same state of the database.
    <T> T reading(Use<T> use) throws SQLException {
        begin();
        try {
            return use.of(this);
        } finally {
            end();
        }
    }

    private void begin() throws SQLException {
        switch (engine) {
            case DUCKDB -> Databases.execute(connection, "BEGIN TRANSACTION READ ONLY");
            case POSTGRESQL -> {
                connection.setAutoCommit(false);
                Databases.execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
            case SQLITE -> {
                Databases.execute(connection, "PRAGMA query_only = ON");
                connection.setAutoCommit(false);
            }
        }
    }

    private void end() throws SQLException {
        switch (engine) {
            case DUCKDB -> Databases.execute(connection, "ROLLBACK");
            case POSTGRESQL, SQLITE -> {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        if (engine == Engine.SQLITE) {
            Databases.execute(connection, "PRAGMA query_only = OFF");
        }
    }

    /// The texts of all columns of all rows.
    List<List<@Nullable String>> rows(String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var watched = new TooSlow(statement, limit)) {
            try {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                return all(statement.executeQuery());
            } catch (SQLException e) {
                throw watched.told(e);
            }
        }
    }

    private static List<List<@Nullable String>> all(ResultSet rows) throws SQLException {
        int width = rows.getMetaData().getColumnCount();
        var all = new ArrayList<List<@Nullable String>>();
        while (rows.next()) {
            var row = new ArrayList<@Nullable String>();
            for (int i = 1; i <= width; i++) {
                row.add(rows.getString(i));
            }
            all.add(row);
        }
        return all;
    }

    /// The first column of somebody's query, of one row more than is looked at if there are too many.
    List<Value> values(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var watched = new TooSlow(statement, limit)) {
            try {
                if (engine != Engine.DUCKDB) {
                    statement.setFetchSize(FETCHED);
                    statement.setMaxRows(MOST_ROWS + 1);
                }
                return first(statement.executeQuery(sql));
            } catch (SQLException e) {
                throw watched.told(e);
            }
        }
    }

    private static List<Value> first(ResultSet rows) throws SQLException {
        var values = new ArrayList<Value>();
        while (values.size() <= MOST_ROWS && rows.next()) {
            values.add(value(rows.getObject(1), rows.getString(1)));
        }
        return values;
    }

    private static Value value(@Nullable Object held, @Nullable String text) {
        if (held == null || text == null) {
            return new Value.Absent();
        }
        boolean finite = held instanceof Number number && Double.isFinite(number.doubleValue());
        return finite ? new Value.Numeric(new BigDecimal(text)) : new Value.Text(text);
    }

    /// Why a stranger's query must not be asked on this connection, or an empty text: DuckDB reads any file of the
    /// machine unless it is opened otherwise. PostgreSQL asks for a privilege, and SQLite cannot.
    String readsFiles() throws SQLException {
        boolean open = engine == Engine.DUCKDB
                && column("SELECT current_setting('enable_external_access')").equals(List.of("true"));
        return open ? "the connection could read any file of this machine: enable_external_access is on" : "";
    }

    /// The first column of every row, `null` as a word.
    List<String> column(String sql, String... values) throws SQLException {
        return rows(sql, values).stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }

    /// The only number of the only row.
    long number(String sql, String... values) throws SQLException {
        return Long.parseLong(column(sql, values).getFirst());
    }
}

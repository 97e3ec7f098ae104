package muster.clouds.doubles;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The tables of the double of BigQuery, in DuckDB. Of GoogleSQL it understands what the probes say.
final class DuckTables implements AutoCloseable {
    private final Connection connection;

    /// @param fields of the schema, as JSON
    /// @param all rows, as JSON
    record Rows(String fields, List<String> all) {
        static Rows none() {
            return new Rows("", List.of());
        }
    }

    DuckTables() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        run("ATTACH ':memory:' AS acme");
        run("CREATE SCHEMA acme.raw");
        run("USE acme.raw");
        run("CREATE MACRO unix_seconds(x) AS CAST(epoch(x) AS BIGINT)");
    }

    synchronized void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalArgumentException(sql, e);
        }
    }

    static String qualified(String table) {
        return "acme.raw.\"" + table + "\"";
    }

    /// GoogleSQL's words in DuckDB's.
    private static String translated(String sql) {
        return sql.replace(
                        "`acme`.`raw`.INFORMATION_SCHEMA.TABLES WHERE",
                        "information_schema.tables WHERE table_schema = 'raw' AND")
                .replace('`', '"');
    }

    synchronized Rows rows(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!statement.execute(translated(sql))) {
                return Rows.none();
            }
            var rows = statement.getResultSet();
            int columns = rows.getMetaData().getColumnCount();
            var found = new ArrayList<String>();
            while (rows.next()) {
                var values = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    var text = rows.getString(i);
                    values.add("{\"v\": " + (text == null ? "null" : "\"" + text + "\"") + "}");
                }
                found.add("{\"f\": [" + String.join(",", values) + "]}");
            }
            var fields = IntStream.range(0, columns)
                    .mapToObj(i -> "{\"name\": \"f" + i + "_\", \"type\": \"STRING\"}")
                    .collect(Collectors.joining(","));
            return new Rows(fields, found);
        }
    }

    private List<String> column(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalArgumentException(sql, e);
        }
    }

    synchronized List<String> names() {
        return column("SELECT table_name FROM duckdb_tables() WHERE database_name = 'acme' ORDER BY 1");
    }

    synchronized String count(String table) {
        return column("SELECT COUNT(*) FROM " + qualified(table)).getFirst();
    }

    synchronized String fields(String table) {
        return String.join(
                ",",
                column(
                        "SELECT '{\"name\": \"' || column_name || '\", \"type\": \"' || CASE data_type WHEN 'BIGINT' THEN"
                                + " 'INTEGER' WHEN 'VARCHAR' THEN 'STRING' WHEN 'DOUBLE' THEN 'FLOAT' ELSE data_type END || '\"}'"
                                + " FROM duckdb_columns() WHERE database_name = 'acme' AND table_name = '" + table
                                + "' ORDER BY column_index"));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

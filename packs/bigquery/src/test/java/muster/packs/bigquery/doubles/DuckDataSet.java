package muster.packs.bigquery.doubles;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// The data set `acme.raw` of the double, in DuckDB.
final class DuckDataSet implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "(?:`(?<name>[^`]+)`|(?<bare>\\w+))";
    private static final Pattern CREATED =
            Pattern.compile("^CREATE TABLE (?:IF NOT EXISTS )?" + NAME + ".*", Pattern.DOTALL);
    private static final Pattern RENAMED = Pattern.compile("^ALTER TABLE `(.+)` RENAME TO `(.+)`$");
    private static final Pattern VIEW =
            Pattern.compile("^CREATE (?:OR REPLACE )?VIEW " + NAME + ".*? AS (?<body>.*)", Pattern.DOTALL);

    /// 2025-01-01, a second later for each table.
    private static final long FIRST_BORN = 1_735_689_600_000L;

    private final Connection connection;
    private int born;

    /// @param fields of the schema, as JSON
    /// @param all rows, as JSON
    record Rows(String fields, List<String> all) {
        static final Rows NONE = new Rows("", List.of());
    }

    DuckDataSet() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            for (var statement : BEGINNING) {
                run(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final List<String> BEGINNING = List.of(
            "SET TimeZone = 'UTC'",
            "ATTACH ':memory:' AS acme",
            "CREATE SCHEMA acme.raw",
            "CREATE SCHEMA acme.meta",
            "USE acme.meta",
            "CREATE TABLE born(name VARCHAR, since BIGINT)",
            "CREATE TABLE said(name VARCHAR, text VARCHAR)",
            "CREATE TABLE jobs_by_project(creation_time TIMESTAMP, query VARCHAR)",
            "CREATE VIEW tables AS SELECT table_name, 'BASE TABLE' AS table_type FROM duckdb_tables() WHERE"
                    + " database_name = 'acme' AND schema_name = 'raw' UNION ALL SELECT view_name, 'VIEW' FROM duckdb_views()"
                    + " WHERE database_name = 'acme' AND schema_name = 'raw'",
            "CREATE VIEW columns AS SELECT table_name, column_name, CASE data_type WHEN 'BIGINT' THEN 'INT64' WHEN"
                    + " 'INTEGER' THEN 'INT64' WHEN 'VARCHAR' THEN 'STRING' WHEN 'DOUBLE' THEN 'FLOAT64' ELSE data_type END AS"
                    + " data_type, column_index AS ordinal_position FROM duckdb_columns() WHERE database_name = 'acme' AND"
                    + " schema_name = 'raw'",
            "CREATE VIEW views AS SELECT name AS table_name, text AS view_definition FROM said WHERE name IN (SELECT"
                    + " view_name FROM duckdb_views() WHERE database_name = 'acme' AND schema_name = 'raw')",
            "CREATE VIEW tables_of_old AS SELECT table_name AS table_id, since AS creation_time, estimated_size AS row_count,"
                    + " estimated_size * 8 * column_count AS size_bytes, 1 AS type FROM duckdb_tables() JOIN born ON name ="
                    + " table_name WHERE database_name = 'acme' AND schema_name = 'raw'",
            "USE acme.raw",
            "CREATE MACRO to_json_string(x) AS CAST(x AS VARCHAR)",
            "CREATE MACRO farm_fingerprint(x) AS CAST(hash(x) >> 1 AS BIGINT)",
            "CREATE MACRO timestamp_sub(t, i) AS t - i");

    private void run(String duck) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(duck);
        }
    }

    synchronized void remember(String query) {
        try {
            run("INSERT INTO acme.meta.jobs_by_project VALUES (TIMESTAMP '2025-12-13', '" + query.replace("'", "''")
                    + "')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized Rows execute(String google) throws SQLException {
        try (var statement = connection.createStatement()) {
            boolean answers = statement.execute(DuckSql.of(google));
            note(google);
            return answers && google.stripLeading().matches("(?s)[(]?SELECT.*|[(]+SELECT.*")
                    ? rows(statement.getResultSet())
                    : Rows.NONE;
        }
    }

    private void note(String google) throws SQLException {
        var created = CREATED.matcher(google);
        if (created.matches()) {
            run("INSERT INTO acme.meta.born SELECT '%1$s', %2$d WHERE '%1$s' NOT IN (SELECT name FROM acme.meta.born)"
                    .formatted(text(name(created)), FIRST_BORN + 1000L * born++));
        }
        var renamed = RENAMED.matcher(google);
        if (renamed.matches()) {
            run("UPDATE acme.meta.born SET name = '%2$s' WHERE name = '%1$s'"
                    .formatted(text(renamed.group(1)), text(renamed.group(2))));
        }
        var view = VIEW.matcher(google);
        if (view.matches()) {
            run("DELETE FROM acme.meta.said WHERE name = '" + text(name(view)) + "'");
            run("INSERT INTO acme.meta.said VALUES ('%s', '%s')"
                    .formatted(text(name(view)), view.group("body").replace("'", "''")));
        }
    }

    private static String name(Matcher statement) {
        return statement.group("name") == null ? statement.group("bare") : statement.group("name");
    }

    private static String text(String name) {
        return DuckSql.unescaped(name).replace("'", "''");
    }

    private static Rows rows(ResultSet result) throws SQLException {
        var meta = result.getMetaData();
        var fields = new ArrayList<String>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            fields.add("{\"name\": \"f%d_\", \"type\": \"%s\"}".formatted(i, type(meta.getColumnTypeName(i))));
        }
        var all = new ArrayList<String>();
        while (result.next()) {
            var values = new ArrayList<String>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                values.add("{\"v\": " + JSON.writeValueAsString(value(result, i)) + "}");
            }
            all.add("{\"f\": [" + String.join(",", values) + "]}");
        }
        return new Rows(String.join(",", fields), all);
    }

    /// A time as BigQuery writes it: seconds since 1970.
    private static Object value(ResultSet result, int column) throws SQLException {
        return result.getObject(column) instanceof Timestamp time
                ? "%d.%06d".formatted(time.toInstant().getEpochSecond(), time.getNanos() / 1000)
                : result.getString(column);
    }

    private static String type(String duck) {
        return switch (duck) {
            case "BIGINT", "INTEGER" -> "INTEGER";
            case "DOUBLE" -> "FLOAT";
            case "BOOLEAN" -> "BOOLEAN";
            case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP";
            case "HUGEINT" -> "BIGNUMERIC";
            default -> duck.startsWith("DECIMAL") ? "NUMERIC" : "STRING";
        };
    }

    /// Name, kind and time of birth of every relation, sorted by name.
    synchronized List<List<String>> relations() throws SQLException {
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery("SELECT table_name, table_type, coalesce(since, 0) FROM acme.meta.tables"
                                + " LEFT JOIN acme.meta.born ON name = table_name ORDER BY 1")) {
            var all = new ArrayList<List<String>>();
            while (result.next()) {
                all.add(List.of(result.getString(1), result.getString(2), result.getString(3)));
            }
            return all;
        }
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

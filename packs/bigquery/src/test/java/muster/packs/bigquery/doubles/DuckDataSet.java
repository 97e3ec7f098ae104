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
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The data sets of the project `acme` of the double, in DuckDB: `raw`, and those that are made.
final class DuckDataSet implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "(?:`(?<name>[^`]+)`|(?<bare>\\w+))";
    private static final Pattern CREATED =
            Pattern.compile("^CREATE (?:SNAPSHOT )?TABLE (?:IF NOT EXISTS )?" + NAME + ".*", Pattern.DOTALL);
    private static final Pattern WRITTEN = Pattern.compile("^(?:INSERT INTO|UPDATE|DELETE FROM) " + NAME);
    private static final Pattern DROPPED = Pattern.compile("^DROP (?:SNAPSHOT )?TABLE (?:IF EXISTS )?" + NAME);
    private static final Pattern SCHEMA = Pattern.compile("^(CREATE|DROP) SCHEMA (?:IF EXISTS )?`(\\w+)`.*");
    private static final Pattern LASTING =
            Pattern.compile("^ALTER TABLE `(.+)` SET OPTIONS\\(expiration_timestamp = TIMESTAMP '[^']+'\\)$");
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
            describe("raw");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final List<String> BEGINNING = List.of(
            "SET TimeZone = 'UTC'",
            "ATTACH ':memory:' AS acme",
            "CREATE SCHEMA acme.raw",
            "CREATE SCHEMA acme.meta",
            "CREATE TABLE acme.meta.jobs(creation_time TIMESTAMP, query VARCHAR, user_email VARCHAR, job_id VARCHAR, job_type"
                    + " VARCHAR, statement_type VARCHAR, referenced_tables STRUCT(project_id VARCHAR, dataset_id VARCHAR,"
                    + " table_id VARCHAR)[], total_bytes_billed BIGINT, reservation_id VARCHAR)",
            "CREATE TEMP MACRO to_json_string(x) AS CAST(x AS VARCHAR)",
            "CREATE TEMP MACRO farm_fingerprint(x) AS CAST(hash(x) >> 1 AS BIGINT)",
            "CREATE TEMP MACRO timestamp_sub(t, i) AS t - i");

    /// What BigQuery tells of a data set, in a schema beside it; `born` has the time of birth of each table, and
    /// whether it has an expiration of its own.
    private static final List<String> DESCRIPTION = List.of(
            "CREATE SCHEMA acme.meta_%1$s",
            "USE acme.meta_%1$s",
            "CREATE TABLE born(name VARCHAR, since BIGINT, lasts VARCHAR, changed BIGINT)",
            "CREATE TABLE said(name VARCHAR, text VARCHAR)",
            "CREATE VIEW tables AS SELECT table_name, 'BASE TABLE' AS table_type FROM duckdb_tables() WHERE"
                    + " database_name = 'acme' AND schema_name = '%1$s' UNION ALL SELECT view_name, 'VIEW' FROM duckdb_views()"
                    + " WHERE database_name = 'acme' AND schema_name = '%1$s'",
            "CREATE VIEW columns AS SELECT table_name, column_name, CASE data_type WHEN 'BIGINT' THEN 'INT64' WHEN"
                    + " 'INTEGER' THEN 'INT64' WHEN 'VARCHAR' THEN 'STRING' WHEN 'DOUBLE' THEN 'FLOAT64' WHEN 'BOOLEAN' THEN 'BOOL' ELSE data_type END AS"
                    + " data_type, column_index AS ordinal_position FROM duckdb_columns() WHERE database_name = 'acme' AND"
                    + " schema_name = '%1$s'",
            "CREATE VIEW views AS SELECT name AS table_name, text AS view_definition FROM said WHERE name IN (SELECT"
                    + " view_name FROM duckdb_views() WHERE database_name = 'acme' AND schema_name = '%1$s')",
            "CREATE VIEW tables_of_old AS SELECT table_name AS table_id, since AS creation_time, changed AS last_modified_time,"
                    + " estimated_size AS row_count,"
                    + " estimated_size * 8 * column_count AS size_bytes, 1 AS type FROM duckdb_tables() JOIN born ON name ="
                    + " table_name WHERE database_name = 'acme' AND schema_name = '%1$s'");

    private void describe(String dataset) throws SQLException {
        for (var statement : DESCRIPTION) {
            run(statement.formatted(dataset));
        }
    }

    private void run(String duck) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(duck);
        }
    }

    synchronized void remember(Past job, String kind) {
        var read = job.read().stream()
                .map(each -> "{'project_id': 'acme', 'dataset_id': '%s', 'table_id': '%s'}"
                        .formatted((Object[]) each.split("\\.", 2)))
                .collect(Collectors.joining(", ", "[", "]"));
        try {
            run("INSERT INTO acme.meta.jobs VALUES (TIMESTAMP '%s', '%s', '%s', '%s', 'QUERY', '%s', %s, %d, NULL)"
                    .formatted(job.at(), job.query().replace("'", "''"), job.by(), job.id(), kind, read, job.billed()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized Rows execute(String dataset, String google) throws SQLException {
        var lasting = LASTING.matcher(google);
        if (lasting.matches()) {
            run("UPDATE acme.meta_%s.born SET lasts = 'yes' WHERE name = '%s'"
                    .formatted(dataset, text(lasting.group(1))));
            return Rows.NONE;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("USE acme." + dataset);
            boolean answers = statement.execute(DuckSql.of(google));
            note(dataset, google);
            return answers && google.stripLeading().matches("(?s)[(]?SELECT.*|[(]+SELECT.*")
                    ? rows(statement.getResultSet())
                    : Rows.NONE;
        }
    }

    private void note(String dataset, String google) throws SQLException {
        run("USE acme.meta_" + dataset);
        var schema = SCHEMA.matcher(google);
        if (schema.matches() && schema.group(1).equals("CREATE")) {
            describe(schema.group(2));
        } else if (schema.matches()) {
            run("DROP SCHEMA IF EXISTS acme.meta_" + schema.group(2) + " CASCADE");
        }
        var created = CREATED.matcher(google);
        if (created.matches()) {
            run("INSERT INTO born SELECT '%1$s', %2$d, %3$s, %2$d WHERE '%1$s' NOT IN (SELECT name FROM born)"
                    .formatted(
                            text(name(created)),
                            FIRST_BORN + 1000L * born++,
                            google.contains("expiration_timestamp") ? "'yes'" : "NULL"));
        }
        var renamed = RENAMED.matcher(google);
        if (renamed.matches()) {
            run("UPDATE born SET name = '%2$s', lasts = NULL WHERE name = '%1$s'"
                    .formatted(text(renamed.group(1)), text(renamed.group(2))));
        }
        var written = WRITTEN.matcher(google);
        if (written.find()) {
            run("UPDATE born SET changed = %d WHERE name = '%s'"
                    .formatted(FIRST_BORN + 1000L * born++, text(name(written))));
        }
        var dropped = DROPPED.matcher(google);
        if (dropped.matches()) {
            run("DELETE FROM born WHERE name = '" + text(name(dropped)) + "'");
        }
        var view = VIEW.matcher(google);
        if (view.matches()) {
            run("DELETE FROM said WHERE name = '" + text(name(view)) + "'");
            run("INSERT INTO said VALUES ('%s', '%s')"
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

    /// Name, kind, time of birth and own expiration (or nothing) of every relation of a data set, sorted by name.
    synchronized List<List<String>> relations(String dataset) throws SQLException {
        return strings("SELECT table_name, table_type, CAST(coalesce(since, 0) AS VARCHAR), coalesce(lasts, '') FROM"
                + " acme.meta_%1$s.tables LEFT JOIN acme.meta_%1$s.born ON name = table_name ORDER BY 1"
                        .formatted(dataset));
    }

    /// Whether there is such a data set.
    synchronized boolean has(String dataset) throws SQLException {
        return !strings("SELECT '' FROM duckdb_schemas() WHERE database_name = 'acme' AND schema_name = '" + dataset
                        + "'")
                .isEmpty();
    }

    /// The bytes that a statement reads of each table of a data set: those of the columns that it names. A LIMIT does
    /// not make them fewer.
    synchronized List<Long> reads(String dataset, String google) throws SQLException {
        var words = List.of(google.split("[^\\w]+"));
        boolean all = google.contains("SELECT *") || google.contains(".*");
        var reads = new ArrayList<Long>();
        for (var each :
                strings("SELECT t.table_name, string_agg(c.column_name, ' '), CAST(any_value(t.estimated_size) AS"
                        + " VARCHAR) FROM duckdb_tables() t JOIN duckdb_columns() c ON c.table_oid = t.table_oid AND"
                        + " c.database_oid = t.database_oid WHERE t.database_name = 'acme' AND t.schema_name = '"
                        + dataset
                        + "' GROUP BY 1")) {
            long width = List.of(each.get(1).split(" ")).stream()
                    .filter(column -> all || words.contains(column))
                    .count();
            if (words.contains(each.getFirst())) {
                reads.add(width * 8 * Long.parseLong(each.get(2)));
            }
        }
        return reads;
    }

    private List<List<String>> strings(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var all = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                all.add(row);
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

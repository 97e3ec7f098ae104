package muster.packs.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// BigQuery: each statement that changes names is a job of its own and stands by itself; a rename breaks views, loses
/// the table's own time to live and is refused while rows are streamed in; every read is billed.
///
/// @param location where the data set lies, in which its jobs run
public record BigQueryDialect(String project, String dataset, String location) implements Dialect {
    /// What a connection to BigQuery calls itself.
    public static final String PRODUCT = "BigQuery";

    /// Begins the statement after which the jobs of a connection are billed for no more bytes than the number that
    /// follows; answered by the connection.
    public static final String MOST_BILLED = "SET MOST BILLED ";

    /// The query for what the jobs of a connection have read and were billed for; answered by the connection.
    public static final String BILLED = "SHOW BILLED";

    /// Ids of jobs of this pack begin so.
    public static final String JOBS = "muster_";

    /// The property of a connection that has the location.
    public static final String LOCATION = "location";

    /// Source: the error codes of SQL:2016 (object not in prerequisite state) and of PostgreSQL (object in use).
    private static final List<String> NOT_NOW = List.of("55000", "55006");

    /// Should the pack not come back, BigQuery drops a view this long after the pack would have.
    private static final Duration NET = Duration.ofDays(7);

    /// Source of the figures: cloud.google.com/bigquery/quotas and /pricing, as of 2026-11.
    private static final Limits LIMITS = new Limits(10_000, 5, Duration.ofSeconds(10), 10L << 20);

    private static final int LONGEST_NAME = 1024;

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Capabilities.Ddl.PER_STATEMENT,
                Capabilities.Views.BREAK,
                Capabilities.Names.EXACT,
                LONGEST_NAME,
                null,
                Capabilities.TimeTravel.FOR_DAYS,
                LIMITS);
    }

    static BigQueryDialect of(Connection connection) throws SQLException {
        return new BigQueryDialect(connection.getCatalog(), connection.getSchema(), connection.getClientInfo(LOCATION));
    }

    private static String quoted(String name) {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    private String qualified(String relation) {
        return quoted(project) + "." + quoted(dataset) + "." + quoted(relation);
    }

    private String schema(String view) {
        return quoted(project) + "." + quoted(dataset) + ".INFORMATION_SCHEMA." + view;
    }

    @Override
    public List<String> beginning() {
        return List.of();
    }

    @Override
    public String listing() {
        return "SELECT table_name, CASE WHEN table_type IN ('VIEW', 'MATERIALIZED VIEW') THEN 'VIEW' ELSE 'BASE TABLE'"
                + " END FROM " + schema("TABLES");
    }

    /// Answered by the API's own list, page by page to its end.
    @Override
    public String secondListing() {
        return "SHOW TABLES";
    }

    @Override
    public String columnDigests() {
        return "SELECT table_name, TO_HEX(MD5(STRING_AGG(CONCAT(column_name, ' ', data_type), ','"
                + " ORDER BY ordinal_position))) FROM " + schema("COLUMNS") + " GROUP BY table_name";
    }

    /// A renamed table keeps its time of creation. Source: the documentation of ALTER TABLE RENAME TO.
    @Override
    public String identities() {
        return "SELECT table_id, CONCAT(CAST(creation_time AS STRING), ' ', CAST(row_count AS STRING)) FROM "
                + qualified("__TABLES__") + " WHERE type = 1";
    }

    @Override
    public String columns(String relation) {
        return "SELECT column_name, data_type FROM " + schema("COLUMNS") + " WHERE table_name = " + Sql.text(relation)
                + " ORDER BY ordinal_position";
    }

    /// Counting rows reads no bytes.
    @Override
    public String rowCounts(List<String> tables) {
        return IntStream.range(0, tables.size())
                .mapToObj(place -> "SELECT %d, COUNT(*) FROM %s".formatted(place, quoted(tables.get(place))))
                .collect(Collectors.joining(" UNION ALL "));
    }

    @Override
    public String sizes() {
        return "SELECT table_id, row_count, size_bytes FROM " + qualified("__TABLES__") + " WHERE type = 1";
    }

    /// External tables and snapshots. What is streamed into is known only when it is asked for, before each rename.
    @Override
    public String renameBlockers() {
        return "SELECT table_name, '' FROM " + schema("TABLES") + " WHERE table_type IN ('EXTERNAL', 'SNAPSHOT')";
    }

    @Override
    public String views() {
        return "SELECT table_name, CONCAT('CREATE VIEW v AS ', view_definition) FROM " + schema("VIEWS");
    }

    @Override
    public List<String> bodiesOfAll(String table, List<String> columns) {
        return List.of("CREATE VIEW v AS SELECT * FROM " + qualified(table));
    }

    /// A view knows no default data set, so its table is named in full.
    @Override
    public String graceView(String view, String table, Instant expires) {
        return "CREATE VIEW %s OPTIONS(expiration_timestamp = TIMESTAMP %s) AS SELECT * FROM %s"
                .formatted(quoted(view), Sql.text(expires.plus(NET).toString()), qualified(table));
    }

    @Override
    public String named(String statement, String name) {
        return statement + " -- job " + name;
    }

    @Override
    public String columnListing() {
        return "SELECT table_name, column_name, data_type FROM " + schema("COLUMNS");
    }

    /// A dry run, which is free.
    @Override
    public String forecast(String query) {
        return "EXPLAIN " + query;
    }

    @Override
    public String recentQueries() {
        return "SELECT query FROM " + jobs()
                + " WHERE creation_time > TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 30 DAY)"
                + " AND query IS NOT NULL AND STRPOS(query, '*`') > 0";
    }

    /// All jobs of the project in the location of the data set, for 180 days.
    private String jobs() {
        return quoted("region-" + location) + ".INFORMATION_SCHEMA.JOBS";
    }

    /// What a job has read is not said of an answer from the cache; jobs of other data sets are left out, as
    /// are the parents of scripts, whose statements have jobs of their own, and the jobs of this pack. The time
    /// of creation is what the jobs are partitioned by, so that no more is billed than was asked for. Source:
    /// cloud.google.com/bigquery/docs/information-schema-jobs.
    @Override
    public StatementLog statementLog() {
        return new StatementLog(
                "INFORMATION_SCHEMA.JOBS",
                StatementLog.Times.KNOWN,
                "SELECT " + Sql.text(jobs()),
                "SELECT query, user_email, COUNT(*), MAX(creation_time), tables FROM (SELECT query, user_email,"
                        + " creation_time, CASE WHEN ARRAY_LENGTH(referenced_tables) > 0 THEN COALESCE("
                        + "(SELECT STRING_AGG(r.table_id, ',') FROM UNNEST(referenced_tables) AS r WHERE r.project_id = "
                        + Sql.text(project) + " AND r.dataset_id = " + Sql.text(dataset)
                        + "), '') END AS tables FROM %1$s WHERE creation_time >= TIMESTAMP '%2$s' AND job_type = 'QUERY'"
                        + " AND COALESCE(statement_type, '') <> 'SCRIPT' AND NOT STARTS_WITH(job_id, '"
                        + JOBS + "')) AS jobs WHERE query IS NOT NULL AND COALESCE(tables, '?') <> ''"
                        + " GROUP BY query, user_email, tables",
                "the permission bigquery.jobs.listAll, which the role roles/bigquery.resourceViewer has");
    }

    /// A struct takes the names of its columns into its JSON, so each gets one by its place: a column that has another
    /// name in the result has the same hash.
    @Override
    public String checksum(String key, List<String> columns) {
        var some = Sql.anyPresent(columns);
        var fields = IntStream.range(0, columns.size())
                .mapToObj(place -> ", %s AS f%d".formatted(columns.get(place), place))
                .collect(Collectors.joining("", key + " AS k", ""));
        var hash = "CASE WHEN %s THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(%s))) END".formatted(some, fields);
        return "COUNT(CASE WHEN %1$s THEN 1 END), COALESCE(BIT_XOR(%2$s), 0), COALESCE(SUM(CAST(%2$s AS BIGNUMERIC)), 0)"
                .formatted(some, hash);
    }

    @Override
    public String mostBilled(long bytes) {
        return MOST_BILLED + bytes;
    }

    @Override
    public String billed() {
        return BILLED;
    }

    /// Jobs of the location of the data set; what runs in reserved slots is not paid by the byte.
    @Override
    public String billedSince(Instant since) {
        return "SELECT COALESCE(SUM(total_bytes_billed), 0) FROM " + jobs() + " WHERE creation_time >= TIMESTAMP "
                + Sql.text(since.toString())
                + " AND job_type = 'QUERY' AND COALESCE(statement_type, '') <> 'SCRIPT' AND reservation_id IS NULL";
    }

    @Override
    public String inFull(String relation) {
        return qualified(relation);
    }

    /// It costs nothing until rows of the table change or go. Source:
    /// cloud.google.com/bigquery/docs/table-snapshots-intro.
    @Override
    public List<String> snapshot(String table, String name, Instant until) {
        return List.of(
                "DROP SNAPSHOT TABLE IF EXISTS " + quoted(name),
                "CREATE SNAPSHOT TABLE %s CLONE %s OPTIONS(expiration_timestamp = TIMESTAMP %s)"
                        .formatted(quoted(name), quoted(table), Sql.text(until.toString())));
    }

    @Override
    public List<String> fromSnapshot(String name, String table) {
        return List.of(
                "CREATE TABLE %s CLONE %s".formatted(quoted(table), quoted(name)),
                "DROP SNAPSHOT TABLE " + quoted(name));
    }

    @Override
    public @Nullable String portable(String type) {
        return PortableTypes.GOOGLE.name(type);
    }

    @Override
    public String version(String table) {
        return "SELECT CONCAT(CAST(creation_time AS STRING), ' ', CAST(last_modified_time AS STRING)) FROM "
                + qualified("__TABLES__") + " WHERE table_id = " + Sql.text(table);
    }

    @Override
    public String said(String statement) {
        return GoogleWords.of(statement);
    }

    @Override
    public String medianOfAbsolute(String expression) {
        return "APPROX_QUANTILES(ABS(" + expression + "), 2)[OFFSET(1)]";
    }

    @Override
    public boolean isLocked(SQLException failure) {
        return NOT_NOW.contains(String.valueOf(failure.getSQLState()));
    }
}

package muster.packs.bigquery.doubles;

import static muster.packs.bigquery.doubles.Shape.require;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import muster.clouds.doubles.Answer;
import muster.clouds.doubles.Call;
import muster.clouds.doubles.Loopback;
import muster.clouds.doubles.Loopback.Unlike;
import tools.jackson.databind.json.JsonMapper;

/// BigQuery's REST API v2 with the project `acme`, whose data sets lie in `EU`: jobs, results, tables and data sets.
/// Pages have at most three lines.
public final class BigQueryRest implements Loopback.Api, AutoCloseable {
    private static final String BASE = "/bigquery/v2/projects/acme";
    private static final Pattern TABLES = Pattern.compile(BASE + "/datasets/(?!_anonymous/)(\\w+)/tables(?:/(.*))?");
    private static final Pattern DATASET = Pattern.compile(BASE + "/datasets/(\\w+)");
    private static final Set<String> READING = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");

    /// Of each table that a query reads.
    private static final long LEAST_BILLED = 10L << 20;

    private static final Pattern DATA = Pattern.compile(BASE + "/datasets/_anonymous/tables/([\\w-]+)/data");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 3;

    private final DuckDataSet tables = new DuckDataSet();
    private final Map<String, Work> jobs = new ConcurrentHashMap<>();
    private final Map<String, Integer> streams = new ConcurrentHashMap<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<String> statements = new java.util.concurrent.CopyOnWriteArrayList<>();
    private String lifetime = "";
    private long bytes = -1;
    private int page = PAGE;
    private String late = "";

    /// @param error empty if it worked
    private record Ran(DuckDataSet.Rows rows, Bytes bytes, String error) {}

    private record Bytes(long read, long billed) {
        static final Bytes NONE = new Bytes(0, 0);
    }

    /// A job, which is carried out when it is seen to be done.
    private static final class Work {
        private final String sql;
        private final Function<String, Ran> way;
        private final AtomicInteger pending;
        private Ran ran = new Ran(DuckDataSet.Rows.NONE, Bytes.NONE, "");

        Work(String sql, int pending, Function<String, Ran> way) {
            this.sql = sql;
            this.pending = new AtomicInteger(pending);
            this.way = way;
        }

        synchronized String state() {
            int left = pending.getAndDecrement();
            if (left == 0) {
                ran = way.apply(sql);
            }
            return left <= 0 ? "DONE" : left == 1 ? "RUNNING" : "PENDING";
        }

        synchronized Ran ran() {
            return ran;
        }
    }

    /// How often each job from now on is pending or running before it is done.
    public BigQueryRest pending(int times) {
        pending.set(times);
        return this;
    }

    /// Jobs from now on whose statement begins so are running before they are done.
    public BigQueryRest late(String beginning) {
        late = beginning;
        return this;
    }

    /// How many jobs from now on end with an exceeded rate limit.
    public BigQueryRest refusing(int times) {
        refused.set(times);
        return this;
    }

    /// What every statement reads, in place of what its columns have.
    public BigQueryRest reading(long many) {
        bytes = many;
        return this;
    }

    /// Lines on a page, in place of three.
    public BigQueryRest paging(int lines) {
        page = lines;
        return this;
    }

    /// Rows that wait in the streaming buffer of a table.
    public BigQueryRest streaming(String table, int rows) {
        streams.put(table, rows);
        return this;
    }

    /// Days after which tables without an expiration of their own are deleted.
    public BigQueryRest lasting(int days) {
        lifetime = ", \"defaultTableExpirationMs\": \"" + days * 86_400_000L + "\"";
        return this;
    }

    /// A query that somebody ran.
    public BigQueryRest queried(Past job) {
        tables.remember(job, kind(job.query()));
        return this;
    }

    /// Every statement that was carried out, in order.
    public List<String> statements() {
        return statements;
    }

    /// How many jobs there are.
    public int jobs() {
        return jobs.size();
    }

    @Override
    public Answer answer(Call call) throws Unlike {
        require(call.header("Authorization").isEmpty(), "a double gets no credential");
        var data = DATA.matcher(call.path());
        if (data.matches()) {
            return rows(call, data.group(1));
        }
        var found = TABLES.matcher(call.path());
        if (found.matches()) {
            return tables(call, found.group(1), found.group(2) == null ? "" : found.group(2));
        }
        if (call.path().equals(BASE + "/jobs")) {
            require(call.method().equals("POST"), "jobs are inserted");
            return insert(call);
        }
        if (call.path().startsWith(BASE + "/jobs/")) {
            Shape.parameters(call, Set.of("location"));
            return job(last(call.path()));
        }
        if (call.path().startsWith(BASE + "/queries/")) {
            return results(call);
        }
        var dataset = DATASET.matcher(call.path());
        require(dataset.matches(), "no such operation");
        return hasDataset(dataset.group(1))
                ? Answer.ok("{\"datasetReference\": {\"projectId\": \"acme\", \"datasetId\": \"" + dataset.group(1)
                        + "\"}, \"location\": \"EU\"" + lifetime + "}")
                : missing();
    }

    private boolean hasDataset(String name) {
        try {
            return tables.has(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Answer missing() {
        return error(404, "notFound");
    }

    /// An answer in the form of BigQuery's errors.
    public static Answer error(int status, String reason) {
        return Answer.json(
                status,
                "{\"error\": {\"code\": %1$d, \"message\": \"%2$s\", \"errors\": [{\"reason\": \"%2$s\", \"message\": \"%2$s\"}]}}"
                        .formatted(status, reason));
    }

    private Answer tables(Call call, String dataset, String encoded) throws Unlike {
        require(call.method().equals("GET"), "tables are only read here");
        Shape.parameters(call, Set.of("maxResults", "pageToken", "view", "selectedFields"));
        try {
            var all = tables.relations(dataset);
            if (encoded.isEmpty()) {
                return paged(
                        call,
                        "tables",
                        all.stream().map(each -> described(dataset, each)).toList(),
                        "nextPageToken");
            }
            var name = java.net.URLDecoder.decode(encoded, java.nio.charset.StandardCharsets.UTF_8);
            return all.stream()
                    .filter(each -> each.getFirst().equals(name))
                    .findFirst()
                    .map(each -> Answer.ok(described(dataset, each)))
                    .orElseGet(BigQueryRest::missing);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String described(String dataset, List<String> relation) {
        var rows = streams.get(relation.getFirst());
        return "{\"type\": \"%s\", \"tableReference\": {\"projectId\": \"acme\", \"datasetId\": \"%s\", \"tableId\": %s}, \"creationTime\": \"%s\"%s%s}"
                .formatted(
                        relation.get(1).equals("VIEW") ? "VIEW" : "TABLE",
                        dataset,
                        JSON.writeValueAsString(relation.getFirst()),
                        relation.get(2),
                        relation.get(3).isEmpty() ? "" : ", \"expirationTime\": \"4891363200000\"",
                        rows == null
                                ? ""
                                : ", \"streamingBuffer\": {\"estimatedRows\": \"%d\", \"estimatedBytes\": \"0\", \"oldestEntryTime\": \"0\"}"
                                        .formatted(rows));
    }

    private Answer paged(Call call, String key, List<String> lines, String token) {
        int from = call.parameter("pageToken").isEmpty() ? 0 : Integer.parseInt(call.parameter("pageToken"));
        int to = Math.min(lines.size(), from + page);
        var next = to < lines.size() ? ", \"" + token + "\": \"" + to + "\"" : "";
        return Answer.ok("{\"totalRows\": \"%d\", \"%s\": [%s]%s}"
                .formatted(lines.size(), key, String.join(",", lines.subList(from, to)), next));
    }

    private Answer insert(Call call) throws Unlike {
        var body = Shape.job(call);
        var configuration = body.path("configuration");
        var query = configuration.path("query");
        var sql = query.path("query").asString("");
        var dataset = query.path("defaultDataset").path("datasetId").asString("");
        if (configuration.path("dryRun").asBoolean(false)) {
            return Answer.ok("{\"jobReference\": {\"projectId\": \"acme\"}, \"status\": {\"state\": \"DONE\"},"
                    + " \"configuration\": {\"jobType\": \"QUERY\", \"dryRun\": true, \"query\": {\"query\": \"x\"}},"
                    + " \"statistics\": {\"query\": {\"totalBytesProcessed\": \""
                    + reads(dataset, sql).read() + "\", \"statementType\": \""
                    + kind(sql) + "\"}}}");
        }
        var id = body.path("jobReference").path("jobId").asString("");
        if (jobs.containsKey(id)) {
            return error(409, "duplicate");
        }
        long limit = Long.parseLong(query.path("maximumBytesBilled").asString(""));
        int waits = !late.isEmpty() && sql.startsWith(late) ? 1 : pending.get();
        jobs.put(id, new Work(sql, waits, each -> remembered(id, each, ran(dataset, each, limit))));
        return job(id);
    }

    /// The project's own list of jobs has those of the pack too.
    private Ran remembered(String id, String sql, Ran ran) {
        tables.remember(
                new Past(
                        id,
                        sql,
                        "muster@acme.example",
                        "2025-12-14 09:00:00",
                        List.of(),
                        ran.bytes().billed()),
                kind(sql));
        return ran;
    }

    private Bytes reads(String dataset, String sql) {
        if (bytes >= 0) {
            return new Bytes(bytes, bytes);
        }
        try {
            var each = READING.contains(kind(sql)) || sql.contains(" AS SELECT ")
                    ? tables.reads(dataset, sql)
                    : List.<Long>of();
            return new Bytes(
                    each.stream().mapToLong(Long::longValue).sum(),
                    each.stream()
                            .mapToLong(read -> read == 0 ? 0 : Math.max(read, LEAST_BILLED))
                            .sum());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Ran ran(String dataset, String sql, long most) {
        Function<String, Ran> failed = error -> new Ran(DuckDataSet.Rows.NONE, Bytes.NONE, error);
        if (refused.getAndDecrement() > 0) {
            return failed.apply("rateLimitExceeded: Job exceeded rate limits");
        }
        var reads = reads(dataset, sql);
        if (most < reads.billed()) {
            return failed.apply(
                    "bytesBilledLimitExceeded: Query exceeded limit for bytes billed: %d. %d or higher required"
                            .formatted(most, reads.billed()));
        }
        if (streams.keySet().stream().anyMatch(table -> sql.startsWith("ALTER TABLE `" + table + "`"))) {
            return failed.apply("invalidQuery: the table has a streaming buffer");
        }
        try {
            var rows = tables.execute(dataset, sql);
            statements.add(sql);
            return new Ran(rows, reads, "");
        } catch (SQLException | IllegalArgumentException e) {
            return failed.apply("invalidQuery: " + e.getMessage());
        }
    }

    private static String kind(String sql) {
        var words =
                sql.strip().replaceFirst("^\\(+", "").toUpperCase(Locale.ROOT).split("\\s+", -1);
        return Set.of("SELECT", "INSERT", "UPDATE", "DELETE").contains(words[0]) ? words[0] : words[0] + "_" + words[1];
    }

    private Answer job(String id) {
        var work = jobs.get(id);
        if (work == null) {
            return missing();
        }
        var state = work.state();
        var reason = work.ran().error().split(": ", 2);
        var error = state.equals("DONE") && reason.length == 2
                ? ", \"errorResult\": {\"reason\": \"%s\", \"message\": %s}"
                        .formatted(reason[0], JSON.writeValueAsString(reason[1]))
                : "";
        return Answer.ok("{\"jobReference\": {\"projectId\": \"acme\", \"jobId\": \"" + id
                + "\", \"location\": \"EU\"}, \"status\": {\"state\": \"" + state + "\"" + error
                + "}, \"configuration\": {\"jobType\": \"QUERY\", \"query\": {\"query\": \"x\", \"destinationTable\":"
                + " {\"projectId\": \"acme\", \"datasetId\": \"_anonymous\", \"tableId\": \"" + id
                + "\"}}}, \"statistics\": {\"query\": {\"statementType\": \"" + kind(work.sql) + "\","
                + " \"totalBytesProcessed\": \"" + work.ran().bytes().read() + "\", \"totalBytesBilled\": \""
                + work.ran().bytes().billed() + "\"}}}");
    }

    private Answer results(Call call) throws Unlike {
        Shape.parameters(
                call,
                Set.of(
                        "location",
                        "maxResults",
                        "pageToken",
                        "startIndex",
                        "timeoutMs",
                        "formatOptions.useInt64Timestamp"));
        var id = last(call.path());
        var work = jobs.get(id);
        return work == null
                ? missing()
                : Answer.ok("{\"jobReference\": {\"projectId\": \"acme\", \"jobId\": \"" + id
                        + "\", \"location\": \"EU\"}, \"jobComplete\": true, \"totalRows\": \""
                        + work.ran().rows().all().size() + "\", \"schema\": {\"fields\": ["
                        + work.ran().rows().fields() + "]}}");
    }

    private Answer rows(Call call, String id) throws Unlike {
        Shape.parameters(
                call,
                Set.of("maxResults", "pageToken", "startIndex", "selectedFields", "formatOptions.useInt64Timestamp"));
        var work = jobs.get(id);
        return work == null ? missing() : paged(call, "rows", work.ran().rows().all(), "pageToken");
    }

    @Override
    public void close() {
        tables.close();
    }
}

package muster.clouds.doubles;

import static muster.clouds.doubles.Loopback.require;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import muster.clouds.doubles.Loopback.Unlike;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// BigQuery's REST API v2 with the project `acme` and the data set `raw`. Statements are carried out by DuckDB; lists
/// have two tables on a page.
public final class BigQueryDouble implements Loopback.Api, AutoCloseable {
    private static final String BASE = "/bigquery/v2/projects/acme";
    private static final String TABLES = BASE + "/datasets/raw/tables";
    private static final Pattern DATA = Pattern.compile(BASE + "/datasets/_anonymous/tables/([\\w-]+)/data");
    private static final JsonMapper JSON = new JsonMapper();

    private final String token;
    private final DuckTables tables = new DuckTables();
    private final Map<String, Ran> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private long bytes = 1_000;

    private record Ran(String sql, DuckTables.Rows rows, AtomicInteger asked, String error) {}

    public BigQueryDouble(String token) {
        this.token = token;
    }

    public BigQueryDouble with(String... statements) {
        for (var statement : statements) {
            tables.run(statement);
        }
        return this;
    }

    /// What a dry run says that a query reads.
    public BigQueryDouble reading(long many) {
        bytes = many;
        return this;
    }

    /// How often a job is said to be pending before it is done.
    public BigQueryDouble pending(int times) {
        pending.set(times);
        return this;
    }

    /// How many jobs end with an exceeded rate limit.
    public BigQueryDouble refusing(int times) {
        refused.set(times);
        return this;
    }

    public int jobs() {
        return jobs.size();
    }

    public List<String> tables() {
        return tables.names();
    }

    @Override
    public Answer answer(Call call) throws Unlike {
        require(call.header("Authorization").equals("Bearer " + token), "not authorised");
        var data = DATA.matcher(call.path());
        if (data.matches()) {
            return rows(call, data.group(1));
        }
        if (call.path().startsWith(TABLES)) {
            return tables(call, call.path().substring(TABLES.length()).replaceFirst("^/", ""));
        }
        if (call.path().startsWith(BASE + "/jobs")) {
            return changed(call);
        }
        if (call.path().startsWith(BASE + "/queries/")) {
            return results(last(call.path()));
        }
        return call.path().equals(BASE + "/datasets/raw")
                ? Answer.ok("{\"datasetReference\": {\"projectId\": \"acme\", \"datasetId\": \"raw\"}}")
                : missing();
    }

    private Answer changed(Call call) throws Unlike {
        if (call.path().endsWith("/cancel")) {
            return Answer.ok("{\"kind\": \"bigquery#jobCancelResponse\"}");
        }
        return call.method().equals("POST") ? insert(call) : job(last(call.path()));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Answer missing() {
        return Answer.json(
                404,
                "{\"error\": {\"code\": 404, \"message\": \"Not found\", \"errors\": [{\"reason\": \"notFound\"}]}}");
    }

    private Answer tables(Call call, String table) throws Unlike {
        return switch (call.method()) {
            case "POST" -> create(call);
            case "DELETE" -> {
                boolean there = tables.names().contains(table);
                if (there) {
                    tables.run("DROP TABLE " + DuckTables.qualified(table));
                }
                yield there ? Answer.empty(204) : missing();
            }
            case "GET" -> table.isEmpty() ? list(call) : one(table);
            default -> throw new Unlike("no such operation");
        };
    }

    private Answer list(Call call) {
        return Paged.google(
                call,
                "tables",
                tables.names().stream()
                        .map(name -> "{\"type\": \"TABLE\", " + reference(name) + "}")
                        .toList());
    }

    private Answer create(Call call) throws Unlike {
        var body = JSON.readTree(call.text());
        var name = body.path("tableReference").path("tableId").asString("");
        require(name.matches("[\\p{L}\\p{N}_-]{1,1024}"), "no such name of a table: " + name);
        require(body.path("schema").path("fields").size() > 0, "a table needs columns");
        require(!body.path("expirationTime").asString("").isEmpty(), "a scratch table must expire");
        tables.run("CREATE TABLE " + DuckTables.qualified(name) + " (id BIGINT)");
        return one(name);
    }

    private Answer one(String table) {
        return tables.names().contains(table)
                ? Answer.ok("{\"type\": \"TABLE\", " + reference(table) + ", \"numRows\": \"" + tables.count(table)
                        + "\", \"schema\": {\"fields\": [" + tables.fields(table) + "]}}")
                : missing();
    }

    private static String reference(String table) {
        return "\"tableReference\": {\"projectId\": \"acme\", \"datasetId\": \"raw\", \"tableId\": \"" + table + "\"}";
    }

    private Answer insert(Call call) throws Unlike {
        var body = JSON.readTree(call.text());
        var configuration = body.path("configuration");
        var sql = configuration.path("query").path("query").asString("");
        require(!sql.isEmpty(), "a job needs a query");
        require(!configuration.path("query").path("useLegacySql").asBoolean(true), "only GoogleSQL is spoken here");
        if (configuration.path("dryRun").asBoolean(false)) {
            return dry(sql);
        }
        var id = body.path("jobReference").path("jobId").asString("");
        require(!id.isEmpty(), "a job without an id cannot be found again");
        if (jobs.containsKey(id)) {
            return Answer.json(
                    409,
                    "{\"error\": {\"code\": 409, \"message\": \"Already Exists\", \"errors\": [{\"reason\":"
                            + " \"duplicate\"}]}}");
        }
        var most = configuration.path("query").path("maximumBytesBilled");
        jobs.put(id, ran(sql, most));
        return job(id);
    }

    private Ran ran(String sql, JsonNode mostBytes) {
        var asked = new AtomicInteger(pending.get());
        if (refused.getAndDecrement() > 0) {
            return new Ran(sql, DuckTables.Rows.none(), asked, "rateLimitExceeded");
        }
        if (!mostBytes.isMissingNode() && mostBytes.asLong(0) < bytes) {
            return new Ran(sql, DuckTables.Rows.none(), asked, "bytesBilledLimitExceeded");
        }
        try {
            return new Ran(sql, tables.rows(sql), asked, "");
        } catch (SQLException e) {
            return new Ran(sql, DuckTables.Rows.none(), asked, "invalidQuery");
        }
    }

    private String referenced(String sql) {
        return tables.names().stream()
                .filter(table -> sql.contains("`" + table + "`"))
                .map(table -> "{\"projectId\": \"acme\", \"datasetId\": \"raw\", \"tableId\": \"" + table + "\"}")
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private Answer dry(String sql) {
        var type = sql.stripLeading().toUpperCase(java.util.Locale.ROOT).startsWith("SELECT") ? "SELECT" : "DELETE";
        return Answer.ok("{\"jobReference\": {\"projectId\": \"acme\"}, \"status\": {\"state\": \"DONE\"},"
                + " \"configuration\": {\"jobType\": \"QUERY\", \"dryRun\": true, \"query\": {\"query\": \"x\"}},"
                + " \"statistics\": {\"query\": {\"totalBytesProcessed\": \"" + bytes + "\", \"statementType\": \""
                + type
                + "\", \"referencedTables\": [" + referenced(sql) + "]}}}");
    }

    private Answer job(String id) {
        var ran = jobs.get(id);
        if (ran == null) {
            return missing();
        }
        boolean done = ran.asked().getAndDecrement() <= 0;
        var error = done && !ran.error().isEmpty()
                ? ", \"errorResult\": {\"reason\": \"" + ran.error() + "\", \"message\": \"injected\"}"
                : "";
        return Answer.ok("{\"jobReference\": {\"projectId\": \"acme\", \"jobId\": \"" + id
                + "\"}, \"status\": {\"state\": \""
                + (done ? "DONE" : "PENDING") + "\"" + error
                + "}, \"configuration\": {\"jobType\": \"QUERY\", \"query\":"
                + " {\"query\": \"x\", \"destinationTable\": {\"projectId\": \"acme\", \"datasetId\": \"_anonymous\","
                + " \"tableId\": \"" + id + "\"}}}, \"statistics\": {\"query\": {\"statementType\": \"SELECT\"}}}");
    }

    private Answer results(String id) {
        var ran = jobs.get(id);
        return ran == null
                ? missing()
                : Answer.ok("{\"jobReference\": {\"projectId\": \"acme\", \"jobId\": \"" + id
                        + "\"}, \"jobComplete\": true, \"totalRows\": \""
                        + ran.rows().all().size()
                        + "\", \"schema\": {\"fields\": [" + ran.rows().fields() + "]}}");
    }

    private Answer rows(Call call, String id) {
        var ran = jobs.get(id);
        if (ran == null) {
            return missing();
        }
        int from = call.parameter("pageToken").isEmpty() ? 0 : Integer.parseInt(call.parameter("pageToken"));
        int to = Math.min(ran.rows().all().size(), from + 2);
        var next = to < ran.rows().all().size() ? ", \"pageToken\": \"" + to + "\"" : "";
        return Answer.ok("{\"totalRows\": \"" + ran.rows().all().size() + "\", \"rows\": ["
                + String.join(",", ran.rows().all().subList(from, to)) + "]" + next + "}");
    }

    @Override
    public void close() {
        tables.close();
    }
}

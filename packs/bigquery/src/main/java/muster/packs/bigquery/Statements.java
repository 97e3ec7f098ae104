package muster.packs.bigquery;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.TableDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.BigQueryDialect;
import org.jspecify.annotations.Nullable;

/// Statements of the pack, each by the way that BigQuery has for it: a job, a dry run, or a list of the API.
record Statements(Jobs jobs, Pace pace) {
    private static final Pattern NAMED = Pattern.compile(" -- job ([0-9a-f]+)$");
    private static final Pattern RENAME = Pattern.compile("^ALTER TABLE `(.+)` RENAME TO `(.+)`$");
    private static final Pattern MADE = Pattern.compile(
            "^(?:CREATE(?: OR REPLACE)?|DROP) (?:VIEW|TABLE|SNAPSHOT TABLE) `([^`]+)`.*", Pattern.DOTALL);
    private static final Pattern TABLE =
            Pattern.compile("^(CREATE TABLE (?:IF NOT EXISTS )?(?:`[^`]+`|\\w+))( AS .*)?", Pattern.DOTALL);

    /// As good as never: an expiration of its own keeps a table from the default of its data set.
    private static final String FOR_GOOD = " OPTIONS(expiration_timestamp = TIMESTAMP '2125-01-01 00:00:00+00')";

    private static final String LIST = "SHOW TABLES";
    private static final String EXPLAIN = "EXPLAIN ";
    private static final long PAGE = 1000;

    Answer run(String sql) throws SQLException, InterruptedException {
        if (sql.equals(LIST)) {
            return listed();
        }
        if (sql.startsWith(EXPLAIN)) {
            return jobs.dry(GoogleSql.of(sql.substring(EXPLAIN.length())));
        }
        if (sql.equals(BigQueryDialect.BILLED)) {
            return Answer.of(2, List.of(jobs.meter().row()));
        }
        if (sql.startsWith(BigQueryDialect.MOST_BILLED)) {
            jobs.meter().limit(Long.parseLong(sql.substring(BigQueryDialect.MOST_BILLED.length())));
            return Answer.none();
        }
        var named = NAMED.matcher(sql);
        boolean once = named.find();
        var google = lasting(GoogleSql.of(once ? sql.substring(0, named.start()) : sql));
        return done(google, once ? named.group(1) : null);
    }

    private Answer done(String google, @Nullable String name) throws SQLException, InterruptedException {
        var rename = RENAME.matcher(google);
        if (rename.matches()) {
            return renamed(rename.group(1), rename.group(2), () -> jobs.run(google, name));
        }
        var made = MADE.matcher(google);
        if (made.matches()) {
            pace.change(List.of(made.group(1)));
        }
        return jobs.run(google, name);
    }

    /// A statement on its way.
    private interface Sending {
        Answer send() throws SQLException, InterruptedException;
    }

    private Answer renamed(String from, String to, Sending rename) throws SQLException, InterruptedException {
        var checks = new RenameChecks(jobs);
        var end = checks.check(from);
        pace.change(List.of(from, to));
        var answer = rename.send();
        if (end != null) {
            checks.keep(to, end);
        }
        return answer;
    }

    /// A table of the pack's is not deleted by the data set's default.
    private String lasting(String google) {
        var table = TABLE.matcher(google);
        if (jobs.dataset().lifetime() == null || !table.lookingAt()) {
            return google;
        }
        var query = table.group(2);
        return query == null ? google + FOR_GOOD : table.group(1) + FOR_GOOD + query;
    }

    /// All pages: the first one alone looks like a whole data set.
    private Answer listed() throws SQLException, InterruptedException {
        var tables = jobs.tried(() -> {
            var page = jobs.client().listTables(jobs.dataset().id(), BigQuery.TableListOption.pageSize(PAGE));
            return page.streamAll().toList();
        });
        var rows = new ArrayList<List<@Nullable String>>();
        tables.forEach(table -> rows.add(Stream.<@Nullable String>of(
                        table.getTableId().getTable(),
                        isView(table.getDefinition().getType()) ? "VIEW" : "BASE TABLE")
                .toList()));
        return Answer.of(2, rows);
    }

    private static boolean isView(TableDefinition.Type type) {
        return type.equals(TableDefinition.Type.VIEW) || type.equals(TableDefinition.Type.MATERIALIZED_VIEW);
    }
}

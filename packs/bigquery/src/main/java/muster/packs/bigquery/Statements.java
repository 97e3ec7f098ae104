package muster.packs.bigquery;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.TableDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Statements of the pack, each by the way that BigQuery has for it: a job, a dry run, or a list of the API.
record Statements(Jobs jobs, Pace pace) {
    private static final Pattern NAMED = Pattern.compile(" -- job ([0-9a-f]+)$");
    private static final Pattern RENAME = Pattern.compile("^ALTER TABLE `(.+)` RENAME TO `(.+)`$");
    private static final Pattern VIEW = Pattern.compile("^(?:CREATE(?: OR REPLACE)?|DROP) VIEW `([^`]+)`.*");
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
        var named = NAMED.matcher(sql);
        boolean once = named.find();
        var google = GoogleSql.of(once ? sql.substring(0, named.start()) : sql);
        prepare(google);
        return jobs.run(google, once ? named.group(1) : null);
    }

    private void prepare(String google) throws SQLException, InterruptedException {
        var rename = RENAME.matcher(google);
        if (rename.matches()) {
            new RenameChecks(jobs).check(rename.group(1));
            pace.change(List.of(rename.group(1), rename.group(2)));
            return;
        }
        var view = VIEW.matcher(google);
        if (view.matches()) {
            pace.change(List.of(view.group(1)));
        }
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

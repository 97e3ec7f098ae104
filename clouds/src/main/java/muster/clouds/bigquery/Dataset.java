package muster.clouds.bigquery;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQuery.TableListOption;
import com.google.cloud.bigquery.DatasetId;
import com.google.cloud.bigquery.Table;
import com.google.cloud.bigquery.TableDefinition;
import com.google.cloud.bigquery.TableId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import muster.clouds.calls.Retries;
import muster.clouds.calls.ScratchName;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import org.jspecify.annotations.Nullable;

/// A data set and its tables.
record Dataset(BigQuery client, Retries retries, String project, String name) {
    private static final int PAGE = 1_000;

    /// The table's id; a name without a data set stands in this one.
    TableId id(String table) {
        var parts = List.of(table.replace("`", "").split("\\.", -1));
        return switch (parts.size()) {
            case 1 -> TableId.of(project, name, parts.getFirst());
            case 2 -> TableId.of(project, parts.getFirst(), parts.getLast());
            default -> TableId.of(parts.getFirst(), parts.get(1), parts.getLast());
        };
    }

    /// The name in a statement.
    static String quoted(TableId id) {
        return quoted(id.getProject()) + "." + quoted(id.getDataset()) + "." + quoted(id.getTable());
    }

    /// Source: GoogleSQL, "Quoted identifiers", which have the same escapes as text.
    static String quoted(String name) {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    void there() throws Unanswered, InterruptedException {
        var found = retries.of(() -> BigQueryFailures.of(() -> client.getDataset(DatasetId.of(project, name))));
        if (found == null) {
            throw Unanswered.because(Why.ABSENT, "data set " + name);
        }
    }

    /// The table's metadata, none if it does not exist.
    @Nullable
    Table table(TableId id) throws Unanswered, InterruptedException {
        return retries.<@Nullable Table>of(() -> BigQueryFailures.of(() -> client.getTable(id)));
    }

    /// Names of tables, scratch ones left out, from every page; views are no tables.
    List<String> tables() throws Unanswered, InterruptedException {
        return all().stream()
                .filter(table -> !table.startsWith(ScratchName.PREFIX))
                .toList();
    }

    /// Names of tables, scratch ones too.
    List<String> all() throws Unanswered, InterruptedException {
        var names = new ArrayList<String>();
        var tokens = new HashSet<String>();
        var token = "";
        do {
            var page = page(token);
            page.streamValues()
                    .filter(table -> TableDefinition.Type.TABLE.equals(
                            table.getDefinition().getType()))
                    .forEach(table -> names.add(table.getTableId().getTable()));
            token = page.getNextPageToken() == null ? "" : page.getNextPageToken();
        } while (!token.isEmpty() && tokens.add(token));
        return names;
    }

    private com.google.api.gax.paging.Page<Table> page(String token) throws Unanswered, InterruptedException {
        var id = DatasetId.of(project, name);
        return retries.of(() -> BigQueryFailures.of(() -> token.isEmpty()
                ? client.listTables(id, TableListOption.pageSize(PAGE))
                : client.listTables(id, TableListOption.pageSize(PAGE), TableListOption.pageToken(token))));
    }
}

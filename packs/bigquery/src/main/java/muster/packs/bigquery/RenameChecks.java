package muster.packs.bigquery;

import com.google.cloud.bigquery.StandardTableDefinition;
import com.google.cloud.bigquery.Table;
import com.google.cloud.bigquery.TableId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Looks at a table right before its rename is sent, since BigQuery would refuse it late, or carry it out and delete
/// the table afterwards.
///
/// Source: "ALTER TABLE RENAME TO", cloud.google.com/bigquery/docs/reference/standard-sql/data-definition-language.
record RenameChecks(Jobs jobs) {
    private static final String IN_USE = "55006";
    private static final String NOT_IN_STATE = "55000";

    /// When the table ends, if it has an expiration of its own.
    ///
    /// @throws SQLException if the table must not be renamed now
    @Nullable
    Long check(String name) throws SQLException, InterruptedException {
        var table = table(name);
        if (table == null) {
            return null;
        }
        if (table.getDefinition() instanceof StandardTableDefinition definition) {
            var buffer = definition.getStreamingBuffer();
            if (buffer != null) {
                throw new SQLException(
                        "%s has about %s rows in its streaming buffer: stop the stream, and try again when it is empty"
                                .formatted(name, buffer.getEstimatedRows()),
                        IN_USE);
            }
        }
        expiration(name, table);
        return table.getExpirationTime();
    }

    private @Nullable Table table(String name) throws SQLException, InterruptedException {
        var id =
                TableId.of(jobs.dataset().id().getProject(), jobs.dataset().id().getDataset(), name);
        return jobs.tried(() -> jobs.client().getTable(id));
    }

    /// Gives a renamed table its expiration back, if the rename has taken it.
    void keep(String name, Long end) throws SQLException, InterruptedException {
        var table = table(name);
        if (table != null && !end.equals(table.getExpirationTime())) {
            jobs.run(
                    "ALTER TABLE %s SET OPTIONS(expiration_timestamp = TIMESTAMP '%s')"
                            .formatted(GoogleSql.quoted(name), Instant.ofEpochMilli(end)),
                    null);
        }
    }

    private void expiration(String name, Table table) throws SQLException {
        var lifetime = jobs.dataset().lifetime();
        if (lifetime == null || table.getExpirationTime() != null) {
            return;
        }
        var end = Instant.ofEpochMilli(table.getCreationTime()).plus(lifetime);
        throw new SQLException(
                "once %s is renamed, the data set's default expiration deletes it at %s: give it an expiration of its own, or take the default away"
                        .formatted(name, end),
                NOT_IN_STATE);
    }
}

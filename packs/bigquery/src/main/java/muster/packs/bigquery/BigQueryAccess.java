package muster.packs.bigquery;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.NoCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryOptions;
import com.google.cloud.bigquery.Dataset;
import com.google.cloud.bigquery.DatasetId;
import com.google.cloud.http.HttpTransportOptions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import muster.packs.warehouse.sql.BigQueryDialect;
import muster.packs.warehouse.sql.WarehouseAccess;
import org.jspecify.annotations.Nullable;

/// A way into a data set of BigQuery.
///
/// @param pace of changes of one name, kept by all connections together
public record BigQueryAccess(BigQuery client, BigQueryAddress address, Pace pace, Waiting waiting)
        implements WarehouseAccess {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final String CREDENTIALS = "GOOGLE_APPLICATION_CREDENTIALS";

    /// What one job may be billed unless the address says otherwise: what is free in a month. Source:
    /// cloud.google.com/bigquery/pricing, as of 2026-11.
    private static final long MOST_BYTES = 1L << 40;

    /// The way that an operator named, by the Application Default Credentials of this machine.
    ///
    /// @param words `bigquery://PROJECT/DATASET`
    /// @throws SQLException if the words are no address, or no credentials are there
    public static BigQueryAccess of(String words) throws SQLException {
        var address = BigQueryAddress.of(words);
        return over(client(address), address, InstantSource.system(), Waiting.real());
    }

    static BigQueryAccess over(BigQuery client, BigQueryAddress address, InstantSource clock, Waiting waiting) {
        var limits = new BigQueryDialect(address.project(), address.dataset(), "")
                .capabilities()
                .limits();
        var pace = new Pace(Objects.requireNonNull(limits.changes()), limits.window(), clock, waiting);
        return new BigQueryAccess(client, address, pace, waiting);
    }

    /// The client's own tries are switched off: it does not know when a job was done although its answer was lost.
    static BigQuery client(BigQueryAddress address) throws SQLException {
        var options = BigQueryOptions.newBuilder()
                .setProjectId(address.project())
                .setRetrySettings(ServiceOptions.getNoRetrySettings())
                .setTransportOptions(HttpTransportOptions.newBuilder()
                        .setConnectTimeout(TIMEOUT_MILLIS)
                        .setReadTimeout(TIMEOUT_MILLIS)
                        .build());
        var endpoint = address.endpoint();
        if (endpoint != null) {
            return options.setHost(endpoint.toString())
                    .setCredentials(NoCredentials.getInstance())
                    .build()
                    .getService();
        }
        try {
            return options.setCredentials(GoogleCredentials.getApplicationDefault())
                    .build()
                    .getService();
        } catch (IOException e) {
            throw noCredentials(System.getenv(CREDENTIALS));
        }
    }

    /// @param named the file that the environment names, if any
    static SQLException noCredentials(@Nullable String named) {
        return new SQLException(
                named == null || named.isBlank()
                        ? "no Application Default Credentials are there\nMaybe gcloud auth application-default login, or "
                                + CREDENTIALS + "=FILE"
                        : CREDENTIALS + " names " + named
                                + ", which holds no credentials that can be read\nMaybe name the"
                                + " JSON file of a service account's key, or leave the variable out");
    }

    @Override
    public WarehouseAccess schema(String name) {
        var other = new BigQueryAddress(address.project(), name, address.mostBytes(), address.endpoint());
        return new BigQueryAccess(client, other, pace, waiting);
    }

    @Override
    public Connection open() throws SQLException {
        var id = DatasetId.of(address.project(), address.dataset());
        var most = address.mostBytes();
        var meter = new Meter(most == null ? MOST_BYTES : most);
        try {
            Dataset found =
                    new Jobs(client, new DataSet(id, "", null), waiting, meter).tried(() -> client.getDataset(id));
            if (found == null) {
                throw new SQLException(
                        "no warehouse at " + BigQueryAddress.SCHEME + address.project() + "/" + address.dataset());
            }
            var lifetime = found.getDefaultTableLifetime();
            var dataset = new DataSet(
                    id,
                    Objects.requireNonNullElse(found.getLocation(), "US"),
                    lifetime == null ? null : Duration.ofMillis(lifetime));
            return Connections.of(new Statements(new Jobs(client, dataset, waiting, meter), pace));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while BigQuery is asked for its data set", e);
        }
    }
}

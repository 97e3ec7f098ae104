package muster.clouds;

import com.google.auth.Credentials;
import com.google.cloud.NoCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryOptions;
import com.google.cloud.http.HttpTransportOptions;
import java.io.IOException;
import java.util.Objects;
import muster.clouds.bigquery.BigQueryDatabase;
import muster.clouds.bigquery.DatasetName;
import muster.clouds.calls.Retries;
import muster.probes.cloud.RemoteDatabase;
import muster.yaml.ServiceSpec;

/// Connections to BigQuery through Google's client.
final class BigQueryServices {
    private BigQueryServices() {}

    static RemoteDatabase connect(ServiceSpec spec, Key key, Retries retries) {
        if (key instanceof Key.Missing(var why)) {
            return new UnreachableDatabase(why);
        }
        try {
            var name = new DatasetName(Objects.requireNonNull(spec.project()), Objects.requireNonNull(spec.dataset()));
            return new BigQueryDatabase(client(spec, credentials(key), retries), retries, name, spec.writing());
        } catch (IOException | IllegalArgumentException _) {
            return new UnreachableDatabase("the service account's key is damaged");
        }
    }

    /// The client's own tries are switched off: ours hold one deadline for all services.
    private static BigQuery client(ServiceSpec spec, Credentials credentials, Retries retries) {
        int timeout = Math.toIntExact(retries.tries().toMillis());
        var options = BigQueryOptions.newBuilder()
                .setProjectId(spec.project())
                .setCredentials(credentials)
                .setRetrySettings(ServiceOptions.getNoRetrySettings())
                .setTransportOptions(HttpTransportOptions.newBuilder()
                        .setConnectTimeout(timeout)
                        .setReadTimeout(timeout)
                        .build());
        if (spec.endpoint() != null) {
            options.setHost(spec.endpoint());
        }
        if (spec.region() != null) {
            options.setLocation(spec.region());
        }
        return options.build().getService();
    }

    private static Credentials credentials(Key key) throws IOException {
        return switch (key) {
            case Key.Token(var text) -> new HandedOverToken(text);
            case Key.ServiceAccount(var json) -> GoogleAuthorisation.read(json);
            case Key.Open _, Key.Missing _, Key.AwsPair _ -> NoCredentials.getInstance();
        };
    }
}

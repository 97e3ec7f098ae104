package muster.clouds;

import java.util.HashSet;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.clouds.calls.Retries;
import muster.probes.cloud.Connection;
import muster.probes.cloud.Connections;
import muster.probes.cloud.Connector;
import muster.probes.cloud.RemoteDatabase;
import muster.yaml.ServiceSpec;
import muster.yaml.ServiceSpec.Kind;

/// Connects the services that the operator describes. Credentials are looked up at once, so that they are known to the
/// redaction before anything is probed; clients are made when a service is first asked.
public final class Services {
    private final SortedMap<String, String> environment;
    private final Retries retries;

    /// @param environment variables by name
    public Services(SortedMap<String, String> environment, Retries retries) {
        this.environment = environment;
        this.retries = retries;
    }

    /// Services asked over the network, with credentials from this process's environment.
    public static Services usual() {
        return new Services(new TreeMap<>(System.getenv()), Retries.usual());
    }

    public Connected connect(SortedMap<String, ServiceSpec> specs) {
        var secrets = new HashSet<String>();
        var services = new TreeMap<String, Connector<Connection>>();
        var databases = new TreeMap<String, Connector<RemoteDatabase>>();
        specs.forEach((name, spec) -> {
            var key = Key.of(spec.credential(), environment);
            secrets.addAll(key.secrets());
            services.put(name, () -> connect(spec, key));
            if (spec.kind() == Kind.BIGQUERY) {
                databases.put(name, () -> BigQueryServices.connect(spec, key, retries));
            }
        });
        return new Connected(new Connections(services, databases), secrets);
    }

    private Connection connect(ServiceSpec spec, Key key) {
        if (key instanceof Key.Missing(var why)) {
            return new WithoutCredential(why);
        }
        return switch (spec.kind()) {
            case S3 -> AwsServices.connect(spec, key, retries);
            case GITHUB -> GithubServices.connect(spec, key, retries);
            case GCS, BIGQUERY, CLOUD_RUN, GOOGLE_CLOUD -> GoogleServices.connect(spec, key, retries);
        };
    }
}

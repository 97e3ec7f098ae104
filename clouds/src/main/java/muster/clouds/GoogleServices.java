package muster.clouds;

import java.net.URI;
import java.util.Objects;
import java.util.function.Function;
import muster.clouds.access.GoogleBudgets;
import muster.clouds.access.GoogleCredential;
import muster.clouds.access.GooglePermissions;
import muster.clouds.access.GoogleQuotas;
import muster.clouds.calls.Abilities;
import muster.clouds.calls.Ability;
import muster.clouds.calls.Authorisation;
import muster.clouds.calls.Rest;
import muster.clouds.calls.Retries;
import muster.clouds.jobs.CloudRun;
import muster.clouds.jobs.GoogleOutputs;
import muster.clouds.objects.GcsBucket;
import muster.clouds.objects.ObjectStores;
import muster.plan.CloudProbe;
import muster.probes.cloud.Connection;
import muster.yaml.ServiceSpec;

/// Connections to Google Cloud.
final class GoogleServices {
    private GoogleServices() {}

    static Connection connect(ServiceSpec spec, Key key, Retries retries) {
        var authorisation = GoogleAuthorisation.of(key);
        Function<String, Rest> hosts = host -> rest(spec, host, authorisation, retries);
        var common = Abilities.none("there is no such thing in a service of kind " + spec.kind())
                .permitting(new GooglePermissions(hosts))
                .budgeting(new GoogleBudgets(hosts.apply("billingbudgets.googleapis.com")))
                .metering(quotas(spec, hosts))
                .trusting(credential(spec, key, authorisation, retries));
        return switch (spec.kind()) {
            case GCS -> common.storing(stores(hosts, retries, spec));
            case CLOUD_RUN -> common.running(jobs(spec, hosts));
            case S3, GITHUB, BIGQUERY, GOOGLE_CLOUD -> common;
        };
    }

    private static Ability<CloudProbe.ObjectStore> stores(
            Function<String, Rest> hosts, Retries retries, ServiceSpec spec) {
        var rest = hosts.apply("storage.googleapis.com");
        return new ObjectStores(name -> new GcsBucket(rest, name), retries, spec.writing());
    }

    private static Ability<CloudProbe.DeployedJob> jobs(ServiceSpec spec, Function<String, Rest> hosts) {
        var project = Objects.requireNonNull(spec.project());
        var outputs = new GoogleOutputs(
                hosts.apply("storage.googleapis.com"), hosts.apply("bigquery.googleapis.com"), project);
        return CloudRun.jobs(
                hosts.apply("run.googleapis.com"), project, Objects.requireNonNull(spec.region()), outputs);
    }

    private static Ability<CloudProbe.Quota> quotas(ServiceSpec spec, Function<String, Rest> hosts) {
        var project = spec.project();
        return project == null
                ? Ability.none("the service has no project whose quotas could be asked for")
                : new GoogleQuotas(
                        hosts.apply("cloudquotas.googleapis.com"), hosts.apply("monitoring.googleapis.com"), project);
    }

    private static Ability<CloudProbe.Credential> credential(
            ServiceSpec spec, Key key, Authorisation authorisation, Retries retries) {
        return key instanceof Key.Open
                ? Ability.none("the service is connected without a credential")
                : new GoogleCredential(
                        rest(spec, "oauth2.googleapis.com", Authorisation.none(), retries), authorisation);
    }

    private static Rest rest(ServiceSpec spec, String host, Authorisation authorisation, Retries retries) {
        var endpoint = spec.endpoint() == null ? "https://" + host : spec.endpoint();
        return new Rest(URI.create(endpoint), authorisation, retries);
    }
}

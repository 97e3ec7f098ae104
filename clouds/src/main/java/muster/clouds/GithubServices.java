package muster.clouds;

import java.net.URI;
import java.util.Objects;
import muster.clouds.access.GithubAccess;
import muster.clouds.calls.Abilities;
import muster.clouds.calls.Authorisation;
import muster.clouds.calls.Rest;
import muster.clouds.calls.Retries;
import muster.clouds.jobs.GithubActions;
import muster.probes.cloud.Connection;
import muster.yaml.ServiceSpec;

/// Connections to GitHub.
final class GithubServices {
    private static final String HOST = "https://api.github.com";

    private GithubServices() {}

    static Connection connect(ServiceSpec spec, Key key, Retries retries) {
        var endpoint = spec.endpoint() == null ? HOST : spec.endpoint();
        var authorisation = key instanceof Key.Token(var text) ? Authorisation.bearer(text) : Authorisation.none();
        var rest = new Rest(URI.create(endpoint), authorisation, retries);
        var access = new GithubAccess(rest);
        return Abilities.none("GitHub has no such thing")
                .running(GithubActions.jobs(rest, Objects.requireNonNull(spec.project())))
                .permitting(access::permissions)
                .metering(access::quota)
                .trusting(access::credential);
    }
}

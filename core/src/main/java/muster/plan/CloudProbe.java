package muster.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A test of a service that the operator has connected under a name. A service that is not connected is not run.
public sealed interface CloudProbe extends Probe {

    /// Name under which the operator has connected the service.
    String service();

    /// A scratch object can be put, got, listed and deleted.
    record ObjectStore(
            String service, String bucket, @Nullable String prefix) implements CloudProbe {
        @Override
        public String target() {
            return service + ":" + bucket;
        }
    }

    /// A job is deployed, its last run ended well and left output.
    ///
    /// @param output what the run must have written, none if the service tells by itself: `gs://bucket/object`,
    ///     `table:data-set.table`, or, of GitHub Actions, an artifact's name or `step:` and the name of a step
    /// @param oldest how long ago the last run may have ended, none for any time
    record DeployedJob(
            String service,
            String job,
            @Nullable String output,
            @Nullable Duration oldest) implements CloudProbe {
        @Override
        public String target() {
            return service + ":" + job;
        }
    }

    /// The credential in use may do these things on the resource.
    record Permission(String service, String resource, List<String> permissions) implements CloudProbe {
        public Permission {
            permissions = List.copyOf(permissions);
        }

        @Override
        public String target() {
            return service + ":" + resource;
        }
    }

    /// So much of a quota is left.
    record Quota(String service, String metric, Matcher left) implements CloudProbe {
        @Override
        public String target() {
            return service + ":" + metric;
        }
    }

    /// Costs are watched: a budget with an alert is there.
    ///
    /// @param budget amount that the budget is at most, none for any
    record CostMonitor(
            String service, String account, @Nullable Money budget) implements CloudProbe {
        @Override
        public String target() {
            return service + ":" + account;
        }
    }

    /// A credential is there and valid for so long; it is never recorded.
    ///
    /// @param days until it expires, none if that does not matter
    record Credential(String service, @Nullable Matcher days) implements CloudProbe {
        @Override
        public String target() {
            return service;
        }
    }
}

package muster.probes.cloud;

import java.time.Instant;
import java.util.List;
import muster.observation.Observation;
import muster.plan.CloudProbe;

/// Performs the probes of connected services.
public record CloudProbes(Connections connections) {

    /// What it sees, the probe's own observation first. What is not connected is not run.
    public List<Observation> of(CloudProbe probe, Instant now) throws InterruptedException {
        var connection = connections.service(probe.service());
        return connection == null
                ? List.of(Observation.notRun(
                        kind(probe), probe.target(), "no service '" + probe.service() + "' is connected"))
                : connection.of(probe, now);
    }

    /// The kind of evidence that a probe yields.
    public static String kind(CloudProbe probe) {
        return switch (probe) {
            case CloudProbe.ObjectStore _ -> "object-store";
            case CloudProbe.DeployedJob _ -> "deployed-job";
            case CloudProbe.Permission _ -> "permission";
            case CloudProbe.Quota _ -> "quota";
            case CloudProbe.CostMonitor _ -> "cost-monitor";
            case CloudProbe.Credential _ -> "credential";
        };
    }
}

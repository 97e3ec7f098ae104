package muster.probes.cloud;

import java.math.BigDecimal;
import java.time.Duration;
import muster.observation.Observation;
import muster.plan.CloudProbe;
import muster.plan.Money;
import muster.plan.Probing;
import muster.probes.data.Estimated;
import muster.probes.data.Spending;

/// What probes of connected services would use. Nothing is asked for it: a scratch object is a handful of requests of
/// some bytes, all else reads states and lists, which no service charges for.
public record CloudForecast(Connections connections) {
    /// Put, get, list, delete, list again, and the list of leftovers.
    private static final int SCRATCH_REQUESTS = 6;
    /// Three lists and a put at 0.005 USD for a thousand, a get at 0.0004; removing is free. Source: the price lists of
    /// Amazon S3 (Standard, us-east-1) and Cloud Storage (Standard, class A and B), as of 2026.
    private static final Money SCRATCH_COST = new Money(new BigDecimal("0.0000204"), "USD");
    /// The time that one request over the internet takes, generously.
    private static final Duration REQUEST = Duration.ofMillis(500);

    /// One observation of the kind `estimate`; not run if the service is not connected.
    public Observation of(CloudProbe probe, Probing.Budget budget) {
        if (connections.service(probe.service()) == null) {
            return Observation.notRun(
                    Spending.FORECAST, probe.target(), "no service '" + probe.service() + "' is connected");
        }
        var requests = requests(probe);
        var cost = probe instanceof CloudProbe.ObjectStore ? SCRATCH_COST : Money.ZERO;
        var estimated = new Estimated(0L, 0L, cost, REQUEST.multipliedBy(requests));
        return Spending.forecast(probe.target(), budget, estimated).with("estimated-requests", requests);
    }

    private static int requests(CloudProbe probe) {
        return switch (probe) {
            case CloudProbe.ObjectStore _ -> SCRATCH_REQUESTS;
            case CloudProbe.DeployedJob job -> job.output() == null ? 2 : 3;
            case CloudProbe.Quota _ -> 2;
            case CloudProbe.Permission _, CloudProbe.CostMonitor _, CloudProbe.Credential _ -> 1;
        };
    }
}

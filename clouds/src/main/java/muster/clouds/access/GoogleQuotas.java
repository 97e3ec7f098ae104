package muster.clouds.access;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.clouds.calls.Ability;
import muster.clouds.calls.Asked;
import muster.clouds.calls.Pages;
import muster.clouds.calls.Rest;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import muster.observation.Observation;
import muster.plan.CloudProbe;

/// What is left of a quota of Google Cloud: its limit by the Cloud Quotas API v1, less the use of the last day by
/// Cloud Monitoring's `serviceruntime.googleapis.com/quota/allocation/usage`. The metric of a probe is
/// `<service>/<quota id>`. Quotas without a recorded use are inconclusive: no figure is not zero.
public record GoogleQuotas(Rest quotas, Rest monitoring, String project) implements Ability<CloudProbe.Quota> {
    private static final Duration LOOKED_BACK = Duration.ofDays(1);

    @Override
    public List<Observation> of(CloudProbe.Quota probe, Instant now) throws Unanswered, InterruptedException {
        var parts = probe.metric().split("/", 2);
        if (parts.length < 2) {
            throw Unanswered.because(Why.REFUSED, "quota must be <service>/<quota id>, got " + probe.metric());
        }
        var told = quotas.json(Asked.get("/v1/projects/" + Asked.encoded(project) + "/locations/global/services/"
                + Asked.encoded(parts[0]) + "/quotaInfos/" + Asked.encoded(parts[1])));
        var limits = new ArrayList<BigDecimal>();
        told.path("dimensionsInfos")
                .forEach(each -> limits.add(
                        new BigDecimal(each.path("details").path("value").asString("0"))));
        if (limits.isEmpty()) {
            throw Unanswered.because(Why.ABSENT, "the quota has no limit");
        }
        return judged(
                probe,
                limits.stream().reduce(BigDecimal::min).orElseThrow(),
                used(told.path("metric").asString(""), now));
    }

    private static List<Observation> judged(CloudProbe.Quota probe, BigDecimal limit, List<BigDecimal> used) {
        if (used.isEmpty()) {
            return List.of(Observation.inconclusive(
                            "quota", probe.target(), "the limit is " + limit.toPlainString() + ", no use is recorded")
                    .with("limit", limit.toPlainString()));
        }
        var most = used.stream().reduce(BigDecimal::max).orElseThrow();
        return new Left(limit, limit.subtract(most)).judged(probe);
    }

    private List<BigDecimal> used(String metric, Instant now) throws Unanswered, InterruptedException {
        var asked = Asked.get("/v3/projects/" + Asked.encoded(project) + "/timeSeries")
                .with(
                        "filter",
                        "metric.type=\"serviceruntime.googleapis.com/quota/allocation/usage\""
                                + " AND metric.labels.quota_metric=\"" + metric.replace("\"", "") + "\"")
                .with("interval.startTime", now.minus(LOOKED_BACK).toString())
                .with("interval.endTime", now.toString());
        var used = new ArrayList<BigDecimal>();
        for (var series : Pages.of(monitoring, asked, "timeSeries")) {
            // The newest point stands first.
            var newest = series.path("points")
                    .path(0)
                    .path("value")
                    .path("int64Value")
                    .asString("");
            if (newest.matches("-?\\d{1,18}")) {
                used.add(new BigDecimal(newest));
            }
        }
        return used;
    }
}

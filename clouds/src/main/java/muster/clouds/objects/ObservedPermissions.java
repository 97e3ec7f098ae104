package muster.clouds.objects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.audit.ProbeResult;
import muster.clouds.calls.Ability;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;

/// Permissions on a bucket of S3, told by the verbs that a scratch object allows: a simulation of policies knows
/// nothing of the bucket's own, nor of the organisation's.
public record ObservedPermissions(ObjectStores stores) implements Ability<CloudProbe.Permission> {
    private static final String KIND = "permission";
    private static final Map<String, String> VERBS =
            Map.of("s3:PutObject", "put", "s3:GetObject", "get", "s3:ListBucket", "list", "s3:DeleteObject", "delete");

    @Override
    public List<Observation> of(CloudProbe.Permission probe, Instant now) throws InterruptedException {
        var unknown = probe.permissions().stream()
                .filter(each -> !VERBS.containsKey(each))
                .toList();
        if (!unknown.isEmpty()) {
            return List.of(Observation.notRun(
                    KIND, probe.target(), "cannot be observed with a scratch object: " + String.join(", ", unknown)));
        }
        var bucket = probe.resource().startsWith("buckets/")
                ? probe.resource().substring("buckets/".length())
                : probe.resource();
        var seen = stores.of(new CloudProbe.ObjectStore(probe.service(), bucket, null), now);
        var all = new ArrayList<>(List.of(judged(probe, seen.getFirst())));
        all.addAll(seen.subList(1, seen.size()));
        return all;
    }

    private static Observation judged(CloudProbe.Permission probe, Observation trip) {
        var verbs = List.of(trip.attributes().getOrDefault("verbs", "").split(", "));
        var failed = List.of(trip.attributes().getOrDefault("verbs-failed", "").split(", "));
        var missing = probe.permissions().stream()
                .filter(each -> failed.contains(VERBS.get(each)))
                .toList();
        var granted = probe.permissions().stream()
                .filter(each -> verbs.contains(VERBS.get(each)))
                .toList();
        if (granted.size() == probe.permissions().size()) {
            return Observation.pass(KIND, probe.target(), AssuranceLevel.SCRATCH_ROUND_TRIP, "all were used")
                    .with("granted", String.join(", ", granted));
        }
        if (missing.isEmpty()) {
            return Observation.of(
                    trip.result() == ProbeResult.NOT_RUN ? ProbeResult.NOT_RUN : ProbeResult.INCONCLUSIVE,
                    KIND,
                    probe.target(),
                    "could not be tried: " + trip.summary());
        }
        var message = "not granted: " + String.join(", ", missing);
        return Observation.fail(KIND, probe.target(), AssuranceLevel.CLAIMED, message)
                .found(Findings.defect("not-permitted", probe.target(), message))
                .with("granted", String.join(", ", granted));
    }
}

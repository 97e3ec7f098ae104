package muster.clouds.objects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import muster.audit.Finding;
import muster.audit.ProbeResult;
import muster.audit.Weight;
import muster.clouds.calls.Ability;
import muster.clouds.calls.Retries;
import muster.clouds.calls.ScratchName;
import muster.clouds.calls.Unanswered;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;
import muster.yaml.ServiceSpec.Writing;

/// Tries a bucket with a scratch object and removes scratch objects that killed probes have left.
///
/// @param buckets by name
public record ObjectStores(Function<String, Bucket> buckets, Retries retries, Writing writing)
        implements Ability<CloudProbe.ObjectStore> {
    private static final String KIND = "object-store";
    private static final String LEFTOVERS = "leftovers";

    @Override
    public List<Observation> of(CloudProbe.ObjectStore probe, Instant now) throws InterruptedException {
        if (writing == Writing.REFUSED) {
            return List.of(Observation.notRun(
                    KIND, probe.target(), "the operator has not allowed writing to '" + probe.service() + "'"));
        }
        var bucket = buckets.apply(probe.bucket());
        var prefix = probe.prefix() == null ? "" : probe.prefix();
        var key = prefix + ScratchName.at(now);
        var trip = new RoundTrip(bucket, retries, key).made();
        return List.of(
                seen(probe, trip, key).with("object", key),
                leftovers(probe, trip, key).with("swept", swept(bucket, prefix, now)));
    }

    private static Observation seen(CloudProbe.ObjectStore probe, RoundTrip trip, String key) {
        return judged(probe, trip)
                .with("verbs", trip.verbs())
                .with("verbs-failed", trip.verbsFailed())
                .about(List.of(probe.target(), key.substring(0, key.indexOf(ScratchName.PREFIX)) + ScratchName.PREFIX));
    }

    private static Observation judged(CloudProbe.ObjectStore probe, RoundTrip trip) {
        if (trip.isWhole()) {
            return Observation.pass(KIND, probe.target(), AssuranceLevel.SCRATCH_ROUND_TRIP, trip.verbs() + " worked");
        }
        if (trip.mayPass()) {
            return Observation.error(KIND, probe.target(), trip.faults());
        }
        var reached = trip.anythingWorked() ? AssuranceLevel.EXISTS : AssuranceLevel.CLAIMED;
        return Observation.fail(KIND, probe.target(), reached, trip.faults()).found(findings(probe, trip));
    }

    /// What works in part is usable in part; where nothing works, every failure is a defect.
    private static List<Finding> findings(CloudProbe.ObjectStore probe, RoundTrip trip) {
        var weight = trip.anythingWorked() ? Weight.REMARK : Weight.DEFECT;
        return trip.failed().entrySet().stream()
                .map(each -> new Finding(
                        "cannot-" + each.getKey().word(),
                        weight,
                        each.getValue().message(),
                        probe.target()))
                .toList();
    }

    private static Observation leftovers(CloudProbe.ObjectStore probe, RoundTrip trip, String key)
            throws InterruptedException {
        try {
            return trip.isListed()
                    ? Observation.fail(LEFTOVERS, probe.target(), AssuranceLevel.EXISTS, key + " could not be removed")
                            .found(Findings.defect(
                                    "leftover", probe.target(), key + " is still there and must be removed by hand"))
                    : Observation.pass(
                            // Of itself it says nothing of the store.
                            LEFTOVERS, probe.target(), AssuranceLevel.CLAIMED, "nothing is left of the scratch object");
        } catch (Unanswered e) {
            var message = "whether " + key + " is gone cannot be told: " + e.message();
            return Observation.of(ProbeResult.INCONCLUSIVE, LEFTOVERS, probe.target(), message);
        }
    }

    /// The names of what was removed; failing to is no matter of this probe.
    private static String swept(Bucket bucket, String prefix, Instant now) throws InterruptedException {
        var swept = new ArrayList<String>();
        try {
            for (var stored : bucket.list(prefix + ScratchName.PREFIX)) {
                if (ScratchName.isAbandoned(stored.key().substring(prefix.length()), stored.modified(), now)) {
                    bucket.delete(stored.key());
                    swept.add(stored.key());
                }
            }
        } catch (Unanswered e) {
            swept.add("stopped: " + e.message());
        }
        return String.join(", ", swept);
    }
}

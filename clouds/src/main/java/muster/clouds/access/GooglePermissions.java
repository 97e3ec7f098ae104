package muster.clouds.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import muster.clouds.calls.Ability;
import muster.clouds.calls.Asked;
import muster.clouds.calls.Rest;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import muster.observation.Observation;
import muster.plan.CloudProbe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Permissions that Google's services confirm by `testIamPermissions`, which changes nothing.
///
/// @param hosts by name, such as `storage.googleapis.com`
public record GooglePermissions(Function<String, Rest> hosts) implements Ability<CloudProbe.Permission> {
    private static final Pattern PROJECT = Pattern.compile("projects/([^/]+)");
    private static final Pattern BUCKET = Pattern.compile("buckets/([^/]+)");
    private static final Pattern TABLE = Pattern.compile("projects/([^/]+)/datasets/([^/]+)/tables/([^/]+)");

    @Override
    public List<Observation> of(CloudProbe.Permission probe, Instant now) throws Unanswered, InterruptedException {
        var granted = new ArrayList<String>();
        answer(probe).path("permissions").forEach(each -> granted.add(each.asString("")));
        return Granted.judged(probe, granted);
    }

    private JsonNode answer(CloudProbe.Permission probe) throws Unanswered, InterruptedException {
        var resource = probe.resource();
        if (PROJECT.matcher(resource).matches()) {
            return posted("cloudresourcemanager.googleapis.com", "/v3/" + resource, probe);
        }
        if (TABLE.matcher(resource).matches()) {
            return posted("bigquery.googleapis.com", "/bigquery/v2/" + resource, probe);
        }
        var bucket = BUCKET.matcher(resource);
        if (!bucket.matches()) {
            throw Unanswered.because(
                    Why.REFUSED,
                    "resource must be projects/p, buckets/b or projects/p/datasets/d/tables/t, got " + resource);
        }
        return ofBucket(bucket.group(1), probe);
    }

    private JsonNode posted(String host, String path, CloudProbe.Permission probe)
            throws Unanswered, InterruptedException {
        var body = JsonNodeFactory.instance.objectNode();
        var wanted = body.putArray("permissions");
        probe.permissions().forEach(wanted::add);
        return hosts.apply(host).json(Asked.post(path + ":testIamPermissions", body));
    }

    /// Cloud Storage wants each permission as a parameter of the same name, so they are asked one by one.
    private JsonNode ofBucket(String bucket, CloudProbe.Permission probe) throws Unanswered, InterruptedException {
        var all = JsonNodeFactory.instance.objectNode();
        var granted = all.putArray("permissions");
        var path = "/storage/v1/b/" + Asked.encoded(bucket) + "/iam/testPermissions";
        for (var wanted : probe.permissions()) {
            var answer =
                    hosts.apply("storage.googleapis.com").json(Asked.get(path).with("permissions", wanted));
            answer.path("permissions").forEach(granted::add);
        }
        return all;
    }
}

package muster.clouds.doubles;

import static muster.clouds.doubles.Loopback.require;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.clouds.doubles.Loopback.Unlike;

/// The Cloud Run Admin API v2 with one job, and the metadata of objects and tables that it writes.
public final class CloudRunDouble implements Loopback.Api {
    private static final String JOB = "/v2/projects/acme/locations/europe-west1/jobs/";

    private final String token;
    private final List<String> executions = new ArrayList<>();
    private final Map<String, String> outputs = new TreeMap<>();

    public CloudRunDouble(String token) {
        this.token = token;
    }

    /// @param state such as `CONDITION_SUCCEEDED`; `CONDITION_PENDING` has no end
    public CloudRunDouble ran(String name, String state, Instant from, Instant to) {
        var end = state.equals("CONDITION_PENDING") ? "" : ", \"completionTime\": \"" + to + "\"";
        executions.add("{\"name\": \"projects/acme/locations/europe-west1/jobs/nightly/executions/" + name
                + "\", \"createTime\": \"" + from + "\"" + end
                + ", \"conditions\": [{\"type\": \"ResourcesAvailable\", \"state\": \"CONDITION_SUCCEEDED\"},"
                + " {\"type\": \"Completed\", \"state\": \"" + state + "\", \"message\": \"as told\"}]}");
        return this;
    }

    public CloudRunDouble wrote(String object, long bytes, Instant at) {
        outputs.put("/storage/v1/b/lake/o/" + object, "{\"size\": \"%d\", \"updated\": \"%s\"}".formatted(bytes, at));
        return this;
    }

    public CloudRunDouble filled(String table, long rows, Instant at) {
        outputs.put(
                "/bigquery/v2/projects/acme/datasets/raw/tables/" + table,
                "{\"numRows\": \"%d\", \"lastModifiedTime\": \"%d\"}".formatted(rows, at.toEpochMilli()));
        return this;
    }

    @Override
    public Answer answer(Call call) throws Unlike {
        require(call.header("Authorization").equals("Bearer " + token), "not authorised");
        require(call.method().equals("GET"), "nothing may be changed");
        if (call.path().equals(JOB + "nightly")) {
            return Answer.ok("{\"terminalCondition\": {\"type\": \"Ready\", \"state\": \"CONDITION_SUCCEEDED\"}}");
        }
        if (call.path().equals(JOB + "nightly/executions")) {
            return Paged.google(call, "executions", executions);
        }
        var output = outputs.get(call.path());
        return output == null ? Answer.json(404, "{\"error\": {\"message\": \"not found\"}}") : Answer.ok(output);
    }
}

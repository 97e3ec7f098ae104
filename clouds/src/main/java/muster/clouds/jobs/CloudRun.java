package muster.clouds.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import muster.clouds.calls.Ability;
import muster.clouds.calls.Asked;
import muster.clouds.calls.Pages;
import muster.clouds.calls.Rest;
import muster.clouds.calls.Unanswered;
import muster.clouds.jobs.JobRun.Ending;
import muster.plan.CloudProbe;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Jobs of Cloud Run, by its Admin API v2. The service knows nothing of what a run writes; that is looked for where the
/// expectation says.
///
/// @param parent `/v2/projects/<project>/locations/<region>`
public record CloudRun(Rest rest, String parent, GoogleOutputs outputs) implements Deployments {
    private static final String SUCCEEDED = "CONDITION_SUCCEEDED";
    private static final String FAILED = "CONDITION_FAILED";

    public static Ability<CloudProbe.DeployedJob> jobs(
            Rest rest, String project, String region, GoogleOutputs outputs) {
        var parent = "/v2/projects/" + Asked.encoded(project) + "/locations/" + Asked.encoded(region);
        return new DeployedJobs(new CloudRun(rest, parent, outputs));
    }

    @Override
    public String hindrance(String job) throws Unanswered, InterruptedException {
        var condition = rest.json(Asked.get(path(job))).path("terminalCondition");
        return condition.path("state").asString("").equals(FAILED)
                ? "it is deployed and not ready: " + condition.path("message").asString("no reason given")
                : "";
    }

    @Override
    public List<JobRun> runs(String job) throws Unanswered, InterruptedException {
        var runs = new ArrayList<JobRun>();
        for (var execution :
                Pages.of(rest, Asked.get(path(job) + "/executions").with("pageSize", "100"), "executions")) {
            runs.add(run(execution));
        }
        return runs;
    }

    private static JobRun run(JsonNode execution) throws Unanswered {
        var name = execution.path("name").asString("");
        var completed = StreamSupport.stream(execution.path("conditions").spliterator(), false)
                .filter(condition -> condition.path("type").asString("").equals("Completed"))
                .findFirst();
        var state = completed.map(each -> each.path("state").asString("")).orElse("");
        var reason = completed.map(each -> each.path("message").asString("")).orElse("");
        return new JobRun(
                name.substring(name.lastIndexOf('/') + 1),
                ending(state),
                state.equals(SUCCEEDED) || reason.isEmpty() ? state : state + ": " + reason,
                Moments.required(execution, "createTime"),
                Moments.optional(execution, "completionTime"));
    }

    private static Ending ending(String state) {
        return switch (state) {
            case SUCCEEDED -> Ending.WELL;
            case FAILED -> Ending.BADLY;
            default -> Ending.NOT_YET;
        };
    }

    @Override
    public Output output(JobRun run, @Nullable String wanted) throws Unanswered, InterruptedException {
        return wanted == null
                ? new Output.Untold("Cloud Run does not tell what a run has written; name it as 'output'")
                : outputs.of(wanted, run.started());
    }

    private String path(String job) {
        return parent + "/jobs/" + Asked.encoded(job);
    }
}

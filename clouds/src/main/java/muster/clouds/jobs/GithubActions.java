package muster.clouds.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import muster.clouds.calls.Ability;
import muster.clouds.calls.Asked;
import muster.clouds.calls.Rest;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import muster.clouds.jobs.JobRun.Ending;
import muster.plan.CloudProbe;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Workflows of GitHub Actions, by GitHub's REST API. A job's name is that of its workflow's file.
///
/// @param repository `/repos/<owner>/<name>`
public record GithubActions(Rest rest, String repository) implements Deployments {
    private static final String STEP = "step:";

    /// The most that GitHub gives for one page, and for one list of runs.
    private static final int PAGE = 100;

    private static final int MOST_RUNS = 1_000;

    public static Ability<CloudProbe.DeployedJob> jobs(Rest rest, String repository) {
        return new DeployedJobs(new GithubActions(rest, "/repos/" + repository));
    }

    @Override
    public String hindrance(String job) throws Unanswered, InterruptedException {
        var state = rest.json(Asked.get(workflow(job))).path("state").asString("");
        return state.equals("active") ? "" : "the workflow is not active but " + state;
    }

    @Override
    public List<JobRun> runs(String job) throws Unanswered, InterruptedException {
        var runs = new ArrayList<JobRun>();
        for (var run : all(workflow(job) + "/runs", "workflow_runs")) {
            runs.add(run(run));
        }
        return runs;
    }

    private static JobRun run(JsonNode run) throws Unanswered {
        boolean over = run.path("status").asString("").equals("completed");
        var conclusion = run.path("conclusion").asString("");
        return new JobRun(
                run.path("id").asString(""),
                !over ? Ending.NOT_YET : conclusion.equals("success") ? Ending.WELL : Ending.BADLY,
                over ? conclusion : run.path("status").asString(""),
                Moments.required(run, "created_at"),
                over ? Moments.required(run, "updated_at") : null);
    }

    @Override
    public Output output(JobRun run, @Nullable String wanted) throws Unanswered, InterruptedException {
        var path = repository + "/actions/runs/" + Asked.encoded(run.id());
        if (wanted != null && wanted.startsWith(STEP)) {
            return step(path, wanted.substring(STEP.length()));
        }
        var artifacts = all(path + "/artifacts", "artifacts").stream()
                .filter(each ->
                        wanted == null || wanted.equals(each.path("name").asString("")))
                .toList();
        var whole = artifacts.stream()
                .filter(each -> each.path("size_in_bytes").asLong(0) > 0)
                .map(each -> "artifact " + each.path("name").asString("") + ", "
                        + each.path("size_in_bytes").asLong(0) + " bytes")
                .toList();
        if (whole.isEmpty()) {
            return new Output.Nothing(none(wanted, artifacts.size()));
        }
        return new Output.Left(String.join("; ", whole));
    }

    private static String none(@Nullable String wanted, int empty) {
        var which = wanted == null ? "no artifact" : "no artifact '" + wanted + "'";
        return empty == 0 ? which : which + " that is not empty";
    }

    /// A run is successful as well if the step that writes was skipped.
    private Output step(String run, String wanted) throws Unanswered, InterruptedException {
        var conclusions = all(run + "/jobs", "jobs").stream()
                .flatMap(job -> stream(job.path("steps")))
                .filter(step -> step.path("name").asString("").equals(wanted))
                .map(step -> step.path("conclusion").asString(""))
                .toList();
        if (conclusions.contains("success")) {
            return new Output.Left("what step '" + wanted + "' writes");
        }
        return new Output.Nothing(
                conclusions.isEmpty()
                        ? "no step '" + wanted + "' ran"
                        : "step '" + wanted + "' ended as " + conclusions.getFirst());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /// All pages; GitHub tells how many items there are, which must be how many there were.
    private List<JsonNode> all(String path, String items) throws Unanswered, InterruptedException {
        var all = new ArrayList<JsonNode>();
        long total = PAGE;
        for (int page = 1; all.size() < total && page <= MOST_RUNS / PAGE; page++) {
            var answer = rest.json(
                    Asked.get(path).with("per_page", Integer.toString(PAGE)).with("page", Integer.toString(page)));
            total = answer.path("total_count").asLong(0);
            stream(answer.path(items)).forEach(all::add);
        }
        if (all.size() < Math.min(total, MOST_RUNS)) {
            throw Unanswered.because(
                    Why.BROKEN, "the list has " + all.size() + " " + items + " of " + total + " it says there are");
        }
        return all;
    }

    private String workflow(String job) {
        return repository + "/actions/workflows/" + Asked.encoded(job);
    }
}

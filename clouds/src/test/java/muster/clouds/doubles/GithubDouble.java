package muster.clouds.doubles;

import static muster.clouds.doubles.Loopback.require;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.clouds.doubles.Loopback.Unlike;

/// GitHub's REST API with the repository `acme/lake` and its workflow `nightly.yml`.
public final class GithubDouble implements Loopback.Api {
    private static final String REPOSITORY = "/repos/acme/lake";

    private final String token;
    private final List<String> runs = new ArrayList<>();
    private final Map<String, List<String>> lists = new TreeMap<>();
    private String expires = "";

    public GithubDouble(String token) {
        this.token = token;
    }

    public GithubDouble ran(int id, String conclusion, Instant from, Instant to) {
        boolean over = !conclusion.isEmpty();
        runs.add("{\"id\": %d, \"status\": \"%s\", \"conclusion\": %s, \"created_at\": \"%s\", \"updated_at\": \"%s\"}"
                .formatted(id, over ? "completed" : "in_progress", over ? "\"" + conclusion + "\"" : "null", from, to));
        return this;
    }

    public GithubDouble left(int run, String artifact, long bytes) {
        lists.computeIfAbsent("/actions/runs/" + run + "/artifacts", _ -> new ArrayList<>())
                .add("{\"name\": \"%s\", \"size_in_bytes\": %d, \"expired\": false}".formatted(artifact, bytes));
        return this;
    }

    public GithubDouble stepped(int run, String step, String conclusion) {
        lists.computeIfAbsent("/actions/runs/" + run + "/jobs", _ -> new ArrayList<>())
                .add("{\"name\": \"job\", \"conclusion\": \"success\", \"steps\": [{\"name\": \"%s\",".formatted(step)
                        + " \"conclusion\": \"%s\"}]}".formatted(conclusion));
        return this;
    }

    public GithubDouble expiring(String at) {
        expires = at;
        return this;
    }

    @Override
    public Answer answer(Call call) throws Unlike {
        require(call.method().equals("GET"), "nothing may be changed");
        if (!call.header("Authorization").equals("Bearer " + token)) {
            return Answer.json(401, "{\"message\": \"Bad credentials\"}");
        }
        return switch (call.path()) {
            case "/user" -> {
                var user = Answer.ok("{\"login\": \"auditor\"}");
                yield expires.isEmpty() ? user : user.with("github-authentication-token-expiration", expires);
            }
            case "/rate_limit" ->
                Answer.ok("{\"resources\": {\"core\": {\"limit\": 5000, \"remaining\": 4200, \"reset\": 1767603600}}}");
            case REPOSITORY -> Answer.ok("{\"permissions\": {\"admin\": false, \"push\": true, \"pull\": true}}");
            case REPOSITORY + "/actions/workflows/nightly.yml" ->
                Answer.ok("{\"id\": 1, \"path\": \".github/workflows/nightly.yml\", \"state\": \"active\"}");
            case REPOSITORY + "/actions/workflows/nightly.yml/runs" -> Paged.github(call, "workflow_runs", runs);
            default -> listed(call);
        };
    }

    private Answer listed(Call call) {
        var path = call.path().substring(Math.min(call.path().length(), REPOSITORY.length()));
        var key = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("/actions/runs/")
                ? Paged.github(call, key, lists.getOrDefault(path, List.of()))
                : Answer.json(404, "{\"message\": \"Not Found\"}");
    }
}

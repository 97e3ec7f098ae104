package muster.restate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The administration of a Restate cluster.
///
/// @param node where any of its nodes takes orders, such as `http://10.0.0.1:9070`
public record RestateAdmin(URI node) {
    /// Includes that the node calls the worker to learn what it serves.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration REST = Duration.ofMillis(500);
    private static final int FIRST_NOT_OK = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Has a worker called from here on, at an address as the nodes see it. Saying it again makes it the latest.
    ///
    /// @return the id that Restate gave it
    /// @throws IOException if the node does not answer or cannot reach the worker
    public String register(URI worker) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("uri", worker.toString()).put("force", true);
        var response = answer(posting("/deployments", body));
        if (response.statusCode() >= FIRST_NOT_OK) {
            throw new IOException(node + " did not take the worker " + worker + ": " + response.statusCode() + " "
                    + response.body().strip());
        }
        return read(response).path("id").asString("");
    }

    /// Registers a worker as soon as a node takes it, however long that takes: a node may come up later, or be cut off
    /// from the others. Nodes that knew the worker before call it meanwhile.
    ///
    /// @param trouble is told why it is not taken yet, once for each reason
    /// @return the id that Restate gave it
    public String registerInTime(URI worker, Consumer<String> trouble) throws InterruptedException {
        var said = "";
        while (true) {
            try {
                return register(worker);
            } catch (IOException e) {
                var why = String.valueOf(e.getMessage());
                if (!why.equals(said)) {
                    trouble.accept(why);
                }
                said = why;
                Thread.sleep(REST);
            }
        }
    }

    /// What another worker of the same name has and does not carry out.
    List<Stranded> stranded(Registered worker) throws IOException, InterruptedException {
        var response = answer(posting("/query", JSON.createObjectNode().put("query", worker.strandedCalls())));
        if (response.statusCode() >= FIRST_NOT_OK) {
            throw new IOException(node + " did not tell its calls: " + response.statusCode());
        }
        return read(response)
                .path("rows")
                .valueStream()
                .map(RestateAdmin::stranded)
                .toList();
    }

    private static Stranded stranded(JsonNode row) {
        var pinned = row.path("status").asString("").equals("paused") ? Stranded.Bond.PAUSED : Stranded.Bond.PINNED;
        var free = row.path("pinned_deployment_id").asString("").isEmpty();
        return new Stranded(row.path("id").asString(""), free ? Stranded.Bond.LATEST : pinned);
    }

    /// Has a call not tried for now. One that is carried out meanwhile, or paused by somebody else, is left.
    void pause(Stranded call) throws IOException, InterruptedException {
        answer(patching("/invocations/" + call.invocation() + "/pause"));
    }

    /// Gives a call that is paused to a worker. One that somebody else has taken meanwhile is left.
    void resume(Stranded call, Registered worker) throws IOException, InterruptedException {
        answer(patching("/invocations/" + call.invocation() + "/resume?deployment=" + worker.deployment()));
    }

    private HttpRequest posting(String path, JsonNode body) {
        return HttpRequest.newBuilder(node.resolve(path))
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .header("accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private HttpRequest patching(String path) {
        return HttpRequest.newBuilder(node.resolve(path))
                .timeout(PATIENCE)
                .method("PATCH", HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private JsonNode read(HttpResponse<String> response) throws IOException {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new IOException(node + " answered what is no JSON", e);
        }
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException("no node of Restate answers at " + node, e);
        }
    }
}

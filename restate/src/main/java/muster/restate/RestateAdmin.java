package muster.restate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// The administration of a Restate cluster.
///
/// @param node where any of its nodes takes orders, such as `http://10.0.0.1:9070`
public record RestateAdmin(URI node) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FIRST_NOT_OK = 300;

    /// Has a worker called from here on, at an address as the nodes see it. Saying it again changes nothing.
    ///
    /// @throws IOException if the node does not answer or cannot reach the worker
    public void register(URI worker) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(node.resolve("/deployments"))
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"uri\":\"" + worker + "\",\"force\":true}"))
                .build();
        var response = answer(request);
        if (response.statusCode() >= FIRST_NOT_OK) {
            throw new IOException(node + " did not take the worker " + worker + ": " + response.statusCode() + " "
                    + response.body().strip());
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

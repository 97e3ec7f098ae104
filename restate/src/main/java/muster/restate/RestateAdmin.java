package muster.restate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;

/// The administration of a Restate cluster.
///
/// @param node where any of its nodes takes orders, such as `http://10.0.0.1:9070`
public record RestateAdmin(URI node) {
    /// Includes that the node calls the worker to learn what it serves.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration REST = Duration.ofMillis(500);
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

    /// Registers a worker as soon as a node takes it, however long that takes: a node may come up later, or be cut off
    /// from the others. Nodes that knew the worker before call it meanwhile.
    ///
    /// @param trouble is told why it is not taken yet, once for each reason
    public void registerInTime(URI worker, Consumer<String> trouble) throws InterruptedException {
        var said = "";
        while (true) {
            try {
                register(worker);
                return;
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

    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException("no node of Restate answers at " + node, e);
        }
    }
}

package muster.restate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import muster.storage.JournalUnavailable;

/// The doors of Restate's nodes. What one does not take is brought to the next, until it is taken or patience ends.
///
/// @param present the node that took the last call
record Ingress(HttpClient client, List<URI> nodes, AtomicInteger present) {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// A node that takes longer may be cut off; the next one is asked as well, which does no harm.
    private static final Duration ANSWER = Duration.ofSeconds(3);

    /// More for each MiB of a call: on a busy machine 6 MiB took longer than 3 s, and each call that is made again
    /// waits for the ones before.
    private static final Duration MEBIBYTE = Duration.ofSeconds(2);

    /// Longer than Restate needs after the loss of a node, which was 3 to 7 s, and a worker after that of its store.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration FIRST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int FIRST_NOT_OK = 300;

    Ingress {
        nodes = List.copyOf(nodes);
    }

    static Ingress of(List<URI> nodes) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        return new Ingress(client, nodes, new AtomicInteger());
    }

    /// A call.
    ///
    /// @param path of the handler at any node
    /// @param once names the call, so that making it twice is making it once; empty if that is not needed
    record Call(String path, String body, String once) {}

    /// An answer.
    ///
    /// @param times how often the call had to be made
    record Answer(String body, int times) {}

    /// The answer to a call.
    ///
    /// @throws JournalUnavailable if no node took it in time; it may have been carried out all the same
    Answer bring(Call call) {
        var rest = FIRST_REST;
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (var times = 1; ; times++) {
            int node = present.get();
            switch (at(nodes.get(node), call)) {
                case Taken.Answered(var body) -> {
                    return new Answer(body, times);
                }
                case Taken.Refused(var why) -> throw unavailable("Restate refused the command: " + why);
                case Taken.Missed(var why) -> goOn(end, why);
            }
            present.compareAndSet(node, (node + 1) % nodes.size());
            pause(rest);
            rest = rest.compareTo(LONGEST_REST) < 0 ? rest.multipliedBy(2) : LONGEST_REST;
        }
    }

    private static void goOn(long end, String why) {
        if (System.nanoTime() > end) {
            throw unavailable("Restate did not bring the command within " + PATIENCE.toSeconds() + " s: " + why
                    + "\nMaybe a worker is not running (muster engine), or cannot reach the store");
        }
    }

    private Taken at(URI node, Call call) {
        var request = HttpRequest.newBuilder(node.resolve(call.path()))
                .timeout(ANSWER.plus(MEBIBYTE.multipliedBy(call.body().length() >> 20)))
                .header("content-type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(call.body()));
        if (!call.once().isEmpty()) {
            request.header("idempotency-key", call.once());
        }
        try {
            return taken(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Taken.Missed(node + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Taken.Refused("interrupted");
        }
    }

    private static Taken taken(HttpResponse<String> response) {
        if (response.statusCode() < FIRST_NOT_OK) {
            return new Taken.Answered(response.body());
        }
        return response.statusCode() == BAD_REQUEST || response.statusCode() == TOO_LARGE
                ? new Taken.Refused(response.body())
                : new Taken.Missed(response.uri() + " answers " + response.statusCode() + " " + response.body());
    }

    private static void pause(Duration rest) {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JournalUnavailable unavailable(String what) {
        return new JournalUnavailable(what, new IllegalStateException(what));
    }
}

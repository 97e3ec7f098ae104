import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import muster.engines.SystemClock;
import muster.restate.RestateAdmin;
import muster.restate.RestateDispatch;

/// Durable transitions a second through a cluster in one go: Restate's own, one call a command, and Muster's, in turn.
///
///     Transitions NODES SECONDS CLIENTS      NODES: addresses such as 10.77.0.1,10.77.0.2
final class Transitions {
    /// The first is a warm-up of workers that have just begun, and is not counted.
    private static final int ROUNDS = 4;

    private static final byte[] STATE = new byte[150];

    private Transitions() {}

    static void main(String[] arguments) throws Exception {
        var hosts = List.of(arguments[0].split(","));
        var seconds = Double.parseDouble(arguments[1]);
        int clients = Integer.parseInt(arguments[2]);
        var nodes = hosts.stream()
                .map(host -> URI.create("http://" + host + ":8080"))
                .toList();
        new RestateAdmin(URI.create("http://" + hosts.getFirst() + ":9070"))
                .register(URI.create("http://127.0.0.1:9081"));
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var ratios = new ArrayList<Double>();
        try (var dispatch = new RestateDispatch(nodes, "muster", new SystemClock())) {
            for (int round = 0; round < ROUNDS; round++) {
                var bare = Load.of("Restate, one call a command", clients, seconds, i -> () -> call(client, nodes, i));
                var ours = Load.of("Muster through Restate", clients, seconds, _ -> new Ours(dispatch));
                Stream.of(bare, ours).forEach(IO::println);
                if (round > 0) {
                    ratios.add(ours.perSecond() / bare.perSecond());
                }
            }
        }
        IO.println(String.format(
                Locale.ROOT,
                "ratio %.2f (%s)",
                ratios.stream().sorted().toList().get(ratios.size() / 2),
                String.join(
                        ", ",
                        ratios.stream()
                                .map(each -> String.format(Locale.ROOT, "%.2f", each))
                                .toList())));
        System.exit(0);
    }

    /// The first calls meet nodes that do not know the worker yet.
    private static void call(HttpClient client, List<URI> nodes, int i) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(nodes.getFirst().resolve("/bare/o" + i + "/replace"))
                .header("content-type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(STATE))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == 404) {
            Thread.sleep(100);
        } else if (answer.statusCode() != 200) {
            throw new IOException("Restate answers " + answer.statusCode());
        }
    }
}

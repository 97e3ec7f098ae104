import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import muster.desk.Call;
import muster.desk.Form;
import muster.desk.Reply;
import muster.desk.Route;
import muster.http.RunServer;
import muster.http.Scope;
import muster.http.TokenFile;
import muster.mcp.PostedMessages;
import muster.wiring.Workspace;
import muster.wiring.desk.LocalDesk;
import muster.wiring.desk.OpenDesk;
import muster.wiring.desk.Setting;
import tools.jackson.databind.json.JsonMapper;

/// Agents that claim a step and lay it down again, each its own, at one desk: asked in the process, and over HTTP.
final class ServerBench {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int STEPS = 256;

    /// One word of an agent; true if it took effect.
    interface Words {
        long claim(int agent) throws Exception;

        void release(int agent, long fence) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        var seconds = Integer.parseInt(args[0]);
        System.out.println("way        clients  words/s   p50 ms   p99 ms  CPU ms a word");
        for (var clients : args[1].split(",")) {
            for (var http : List.of(false, true)) {
                var folder = Files.createTempDirectory(Path.of(args[2]), "desk");
                measure(folder, Integer.parseInt(clients), seconds, http);
                Workspace.delete(folder);
            }
        }
    }

    private static void measure(Path folder, int clients, int seconds, boolean http) throws Exception {
        var plan =
                new StringBuilder("muster: 1\nplan: {id: bench, title: B, start: \"2026-01-05T09:00:00Z\"}\nagents:\n");
        for (int at = 0; at < STEPS; at++) {
            plan.append("  - {id: a").append(at).append(", name: A").append(at).append(", kind: ai}\n");
        }
        plan.append("phases:\n  - id: p\n    title: P\n    tasks:\n");
        for (int at = 0; at < STEPS; at++) {
            plan.append("      - {id: t")
                    .append(at)
                    .append(", title: T, owners: [a")
                    .append(at)
                    .append("], estimate: 1h}\n");
        }
        Files.writeString(folder.resolve("muster.yaml"), plan);
        var place = new Workspace(folder);
        var begun = new LocalDesk(place, InstantSource.system())
                .ask(new Call(Route.BEGIN, JSON.createObjectNode(), null), Form.WORDS);
        if (begun.exit() != 0) {
            throw new IllegalStateException(begun.err().toString());
        }
        var tokens = new TokenFile(place.own().resolve("tokens.json"), InstantSource.system());
        var secret = tokens.create("bench", List.of(Scope.of("agent:*")), null);
        var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var journal = place.store().open();
                var desk = new OpenDesk(new Setting(place, journal, InstantSource.system()));
                var server = RunServer.open(
                        new RunServer.Place(at, Set.of()),
                        new RunServer.Inside(desk, tokens, new PostedMessages("1"), bug -> bug.toString()));
                var client = HttpClient.newHttpClient()) {
            Words words = http ? overHttp(client, "http://127.0.0.1:" + server.port(), secret) : here(desk);
            run(words, clients, Math.max(1, seconds / 3));
            var before = cpu();
            var started = System.nanoTime();
            var times = run(words, clients, seconds);
            var wall = (System.nanoTime() - started) / 1e9;
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %7d %8.0f %8.2f %8.2f %14.2f%n",
                    http ? "http" : "in process",
                    clients,
                    times.length / wall,
                    times[times.length / 2] / 1e6,
                    times[(int) (times.length * 0.99)] / 1e6,
                    (cpu() - before) / 1e6 / times.length);
        }
    }

    private static long[] run(Words words, int clients, int seconds) throws Exception {
        var until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<List<Long>>>();
            for (int agent = 0; agent < clients; agent++) {
                var number = agent;
                work.add(() -> agent(words, number, until));
            }
            var all = new ArrayList<Long>();
            for (var done : threads.invokeAll(work)) {
                all.addAll(done.get());
            }
            return all.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private static List<Long> agent(Words words, int number, long until) throws Exception {
        var times = new ArrayList<Long>();
        while (System.nanoTime() < until) {
            var first = System.nanoTime();
            var fence = words.claim(number);
            var second = System.nanoTime();
            words.release(number, fence);
            times.add(second - first);
            times.add(System.nanoTime() - second);
        }
        return times;
    }

    private static Words here(OpenDesk desk) {
        return new Words() {
            @Override
            public long claim(int agent) throws Exception {
                var fields = JSON.createObjectNode().put("as", "a" + agent).put("task", "t" + agent);
                return given(desk.answer(new Call(Route.CLAIM, fields, null)))
                        .document()
                        .fields()
                        .get("fence")
                        .asLong();
            }

            @Override
            public void release(int agent, long fence) throws Exception {
                var fields = JSON.createObjectNode().put("as", "a" + agent).put("task", "t" + agent);
                given(desk.answer(
                        new Call(Route.RELEASE, fields.put("fence", fence).put("reason", "r"), null)));
            }
        };
    }

    private static Reply.Given given(Reply reply) {
        return switch (reply) {
            case Reply.Given given -> given;
            case Reply.Refused refused -> throw new IllegalStateException(refused.why());
        };
    }

    private static Words overHttp(HttpClient client, String server, String secret) {
        return new Words() {
            @Override
            public long claim(int agent) throws Exception {
                var body = "{\"as\": \"a" + agent + "\", \"task\": \"t" + agent + "\"}";
                return JSON.readTree(post("/v1/runs/bench/claims", body))
                        .get("fence")
                        .asLong();
            }

            @Override
            public void release(int agent, long fence) throws Exception {
                var body = "{\"as\": \"a" + agent + "\", \"fence\": " + fence + ", \"reason\": \"r\"}";
                post("/v1/runs/bench/steps/t" + agent + "/release", body);
            }

            private String post(String path, String body) throws Exception {
                var request = HttpRequest.newBuilder(URI.create(server + path))
                        .header("Authorization", "Bearer " + secret)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
                var answer = client.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.body());
                }
                return answer.body();
            }
        };
    }

    private static long cpu() {
        var system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}

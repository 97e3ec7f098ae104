package muster.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.coordination.Charter;
import muster.coordination.CoordinationCommand;
import muster.engines.JournaledRun;
import muster.engines.JournaledTeam;
import muster.json.Sha256;
import muster.mcp.PostedMessages;
import muster.plan.Checking;
import muster.plan.LateResults;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.run.Command;
import muster.run.RunId;
import muster.run.WholeRun;
import muster.storage.MemoryJournal;
import muster.wiring.Workspace;
import muster.wiring.desk.OpenDesk;
import muster.wiring.desk.Setting;
import muster.yaml.PlanReader;

/// A small team's run in memory, served on a port of this machine.
final class ServedTeam implements AutoCloseable {
    static final RunId RUN = new RunId("team");
    static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final String PLAN = """
            muster: 1
            plan: {id: team, title: A team, start: "2026-01-05T09:00:00Z"}
            agents:
              - {id: ann, name: Ann, kind: ai}
              - {id: bob, name: Bob, kind: human}
            phases:
              - id: build
                title: Build it
                mode: sequential
                tasks:
                  - {id: extract, title: Extract, owners: [ann], estimate: 1h}
                  - {id: load, title: Load, owners: [bob], estimate: 1h}
            gates:
              - {id: release, title: Release, approvers: [bob], after: [load]}
            hand-offs:
              - {id: to-bob, title: the data, from: ann, to: bob, after: extract, before: load}
            """;

    final MemoryJournal journal = new MemoryJournal();
    final TokenFile tokens;
    private final OpenDesk desk;
    private final RunServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    ServedTeam(Path folder) throws IOException {
        InstantSource clock = InstantSource.fixed(NINE);
        var file = Files.writeString(folder.resolve("muster.yaml"), PLAN);
        begin(clock, ((Parsed.Ok<Plan>) PlanReader.read(file)).value(), Sha256.of(Files.readAllBytes(file)));
        tokens = new TokenFile(folder.resolve(".muster/tokens.json"), clock);
        desk = new OpenDesk(new Setting(new Workspace(folder), journal, clock));
        var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var inside = new RunServer.Inside(desk, tokens, new PostedMessages("1"), bug -> {
            throw bug;
        });
        server = RunServer.open(new RunServer.Place(at, Set.of("muster.example")), inside);
    }

    private void begin(InstantSource clock, Plan plan, String digest) {
        var conduct = new WholeRun.Conduct(Checking.NONE, LateResults.REFUSE);
        var run = WholeRun.of(RUN, plan, conduct, new TreeMap<>());
        new JournaledRun(journal, clock, RUN).tell(new Command.Start(run, digest, new TreeSet<>()), "start");
        new JournaledTeam(journal, clock, RUN).tell(new CoordinationCommand.Agree(Charter.of(plan)), "agree");
    }

    /// The secret of a new token.
    String token(String name, String... scopes) throws IOException {
        return Objects.requireNonNull(
                tokens.create(name, List.of(scopes).stream().map(Scope::of).toList(), null));
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder request(String path, String secret) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", "Bearer " + secret);
    }

    HttpResponse<String> get(String path, String secret) throws IOException, InterruptedException {
        return send(request(path, secret).GET());
    }

    HttpResponse<String> post(String path, String secret, String body) throws IOException, InterruptedException {
        return send(
                request(path, secret).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String secret, String body) throws IOException, InterruptedException {
        return send(
                request(path, secret).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        server.close();
        desk.close();
    }
}

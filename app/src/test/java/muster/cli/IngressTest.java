package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.Journal;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// With `MUSTER_INGRESS`, all that is said to a run goes to a node, and nothing to the journal itself.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class IngressTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: ci, title: CI, start: "2026-01-05T09:00:00Z"}
            agents:
              - {id: ann, name: Ann, kind: worker}
              - {id: bob, name: Bob, kind: human}
            phases:
              - id: p
                title: P
                mode: sequential
                tasks:
                  - {id: make, title: Make, owners: [ann], action: {command: [/bin/true]}}
                  - {id: look, title: Look, owners: [bob], action: {manual: look at it}}
            gates:
              - {id: go, title: May it begin, approvers: [bob], after: [make], guards: [look]}
              - {id: calm, title: It is calm, metric: {metric: usage, below: 70}}
            hand-offs:
              - {id: made, title: Made, from: ann, to: bob, after: make, before: look}
            """;
    private static final RunId RUN = new RunId("ci");

    @TempDir
    Path folder;

    private Journal journal;
    private StandInNode node;

    @BeforeEach
    void begin() throws Exception {
        Files.writeString(folder.resolve("muster.yaml"), PLAN);
        Files.createDirectories(folder.resolve(".muster"));
        journal = SqliteJournal.open(folder.resolve(".muster").resolve("muster.db"));
        node = StandInNode.over(journal);
        say("run").exits(Exit.YES);
    }

    @AfterEach
    void end() {
        node.close();
        journal.close();
    }

    @Test
    void aRunBeginsThroughTheNodeOnceOnly() throws Exception {
        assertThat(node.brought()).containsExactly("start", "agree");
        var begun = journal.read(RUN, 0).size();

        say("run").refuses(Exit.CONFLICT, "run ci was begun before");

        assertThat(journal.read(RUN, 0)).hasSize(begun);
    }

    @Test
    void aRunGoesOnByAnotherPlanThroughTheNode() throws Exception {
        var begun = journal.read(RUN, 0).size();
        Files.writeString(folder.resolve("muster.yaml"), PLAN.replace("title: Look", "title: Look again"));

        say("run", "--replan", "--as", "bob", "--reason", "twice is better").exits(Exit.YES);

        assertThat(node.brought()).last().asString().startsWith("revise/");
        assertThat(journal.read(RUN, begun))
                .isNotEmpty()
                .allMatch(each -> node.brought().contains(each.command()));
    }

    @Test
    void whatANodeRefusesIsToldInTheStoreAndTheAgentHearsOfIt() throws Exception {
        var door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/", exchange -> {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        });
        door.start();
        var address = "http://127.0.0.1:" + door.getAddress().getPort();

        var claimed = Said.in(Map.of("MUSTER_INGRESS", address), "claim", "make", "--as", "ann", "--workspace", folder);

        door.stop(0);
        assertThat(claimed.exits(Exit.YES).err()).contains("run ci is told in the store itself");
    }

    @Test
    void whatAWorkerDoesAndATeamSaysGoesToTheNode() throws Exception {
        var begun = journal.read(RUN, 0).size();
        Files.writeString(folder.resolve("out.txt"), "made");

        say("work", "--as", "ann", "--trust", "operator").exits(Exit.YES);
        say("blocker", "raise", "no disk", "--severity", "P2", "--task", "look", "--as", "ann")
                .exits(Exit.YES);
        say("blocker", "resolve", "BL-001", "--how", "made room", "--as", "ann").exits(Exit.YES);
        say("gate", "approve", "go", "--as", "bob").exits(Exit.YES);
        say("conflict", "rank", "make", "look", "--as", "bob").exits(Exit.YES);
        say("claim", "look", "--as", "bob").refuses(Exit.CONFLICT, "hand-off:made");

        var kept = journal.read(RUN, begun).stream().map(Recorded::command).distinct();
        assertThat(kept.toList())
                .isNotEmpty()
                .allMatch(key -> key.startsWith("due/") || node.brought().contains(key));
    }

    @Test
    void whatIsMeasuredByHandGoesToTheNode() throws Exception {
        var begun = journal.read(RUN, 0).size();

        say("gate", "measure", "--metrics", metrics(65)).exits(Exit.YES);

        assertThat(measured(begun)).isNotEmpty().isSubsetOf(node.brought());
    }

    @Test
    void whatAServerMeasuresGoesToTheNode() throws Exception {
        var begun = journal.read(RUN, 0).size();
        var served = new JavaProcess(folder, Map.of("MUSTER_INGRESS", node.address()));

        var server =
                served.start("serve", "--port", "0", "--metrics", metrics(65).toString());
        try {
            while (measured(begun).isEmpty()) {
                assertThat(server.isAlive()).isTrue();
                Thread.onSpinWait();
            }
        } finally {
            server.destroyForcibly().waitFor();
        }

        assertThat(measured(begun)).isSubsetOf(node.brought());
    }

    private Path metrics(int usage) throws Exception {
        Files.writeString(folder.resolve("usage"), Integer.toString(usage));
        return Small.file(folder, "metrics.yaml", "metrics: {usage: {file: usage}}\n");
    }

    private List<String> measured(int since) {
        return journal.read(RUN, since).stream()
                .map(Recorded::command)
                .filter(key -> key.startsWith("measure/"))
                .toList();
    }

    private Said say(Object... words) {
        var all = new ArrayList<Object>(List.of(words));
        all.addAll(List.of("--workspace", folder));
        return Said.in(Map.of("MUSTER_INGRESS", node.address()), all.toArray());
    }
}

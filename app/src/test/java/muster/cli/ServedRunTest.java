package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import muster.plan.TaskId;
import muster.run.ClaimEvent;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Agents at a real server on a port of this machine, through the command line.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ServedRunTest {
    private static final RunId RUN = new RunId("team");
    private static final String PLAN = Small.TEAM.replace("[ann], deliverables: [out/data.csv]", "[ann, bob]");

    @TempDir
    Path folder;

    private Served served;

    @BeforeEach
    void aRunIsServed() throws IOException {
        Small.file(folder, "muster.yaml", PLAN);
        Said.to("run", "--workspace", folder).exits(Exit.YES);
        served = new Served(folder);
    }

    @AfterEach
    void theServerCloses() {
        served.close();
    }

    @Test
    void ofTwoClientsThatClaimAtOnceOneGetsTheStepAndTheOtherIsToldWho() throws Exception {
        served.as("ann", "status").exits(Exit.YES);
        served.as("bob", "status").exits(Exit.YES);
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var said =
                    threads.invokeAll(List.<Callable<Said>>of(claim("ann", together), claim("bob", together))).stream()
                            .map(future -> future.resultNow())
                            .toList();

            assertThat(said).extracting(Said::exit).containsExactlyInAnyOrder(0, 5);
            assertThat(said.stream().map(Said::err)).anyMatch(err -> err.contains("claim extract: it is held by"));
        }
        assertThat(granted()).isEqualTo(1);
    }

    private Callable<Said> claim(String agent, CyclicBarrier together) {
        return () -> {
            together.await();
            return served.as(agent, "claim", "extract");
        };
    }

    @Test
    void anAnswerThatIsLostOnTheWayIsAskedForAgainAndNothingIsDoneTwice() throws IOException {
        try (var wire = new CutWire(served.address(), 1)) {
            var said = served.with("ann", List.of("agent:ann"), wire.address(), "claim", "--json");

            assertThat(said.exits(Exit.YES).json("muster.claim/1").get("fence").asLong())
                    .isEqualTo(1);
            assertThat(wire.cut()).isEqualTo(1);
        }
        assertThat(granted()).isEqualTo(1);
    }

    @Test
    void whoGetsNoAnswerAtAllIsToldTheKeyThatMakesItSafeToSayItAgain() throws IOException {
        try (var wire = new CutWire(served.address(), 9)) {
            served.with("ann", List.of("agent:ann"), wire.address(), "claim")
                    .refuses(
                            Exit.UNAVAILABLE,
                            "was lost; it may have been done",
                            "Maybe say it again with --key claim/");
        }
        assertThat(granted()).isEqualTo(1);
    }

    @Test
    void aStaleFenceIsRefused() {
        served.as("ann", "claim").exits(Exit.YES);
        served.as("ann", "release", "extract", "--fence", "1", "--reason", "no access")
                .exits(Exit.YES);
        served.as("bob", "claim", "extract").exits(Exit.YES);

        served.as("ann", "done", "extract", "--fence", "1")
                .refuses(Exit.CONFLICT, "fence 1 is stale, the claim of bob has 2");
    }

    @Test
    void aTokenSpeaksForNobodyElse() {
        served.as("ann", "claim", "load", "--as", "bob")
                .refuses(Exit.USAGE, "token 'ann' does not speak for 'bob'; it allows agent:ann");
        served.with("eve", List.of("read"), served.address(), "claim")
                .refuses(Exit.USAGE, "token 'eve' allows read; 'claim' needs agent:NAME");
        served.with("eve", List.of("read"), served.address(), "next", "--as", "ann")
                .exits(Exit.YES);
    }

    @Test
    void aTokenThatMayNotVoteIsToldWhatItMayDo() {
        served.with("eve", List.of("agent:ann"), served.address(), "gate", "approve", "release")
                .refuses(Exit.USAGE, "token 'eve' allows agent:ann; 'gate-approve' needs approve:NAME");
        served.with("eve", List.of("agent:ann"), served.address(), "steer", "--pause", "--reason", "r")
                .refuses(Exit.USAGE, "'steer' needs operate:NAME");
        served.with("eve", List.of("agent:ann"), served.address(), "run").refuses(Exit.USAGE, "needs operate:NAME");
    }

    @Test
    void aRunBeginsAtTheServerFromAPlanOfItsWorkspaceAlone() throws IOException {
        Small.file(folder, "other.yaml", PLAN.replace("id: team", "id: other"));

        assertThat(served.as("lead", "run", "--plan", "other.yaml")
                        .exits(Exit.YES)
                        .out())
                .isEqualTo("run other: 2 steps, 1 ready\n");
        served.as("lead", "run", "--plan", "other.yaml").refuses(Exit.CONFLICT, "run other was begun before");
        served.as("lead", "run", "--plan", "../x.yaml").refuses(Exit.USAGE, "a plan lies in the workspace");
        served.as("lead", "run", "--plan", "none.yaml").refuses(Exit.NOT_FOUND, "none.yaml is not there");
        served.as("lead", "run", "--perform").refuses(Exit.USAGE, "a server performs nothing");
        Small.file(folder, "other.yaml", PLAN.replace("id: team", "id: other").replace("title: Load", "title: Put"));
        assertThat(served.as("lead", "run", "--replan", "--plan", "other.yaml", "--as", "lead", "--reason", "r")
                        .exits(Exit.YES)
                        .out())
                .startsWith("run other: goes on by another plan");
        served.as("ann", "claim", "--run", "other").exits(Exit.YES);
    }

    @Test
    void aTokenThatIsUnknownOrRevokedIsRefused() throws IOException {
        served.as("ann", "next").exits(Exit.YES);

        assertThat(served.tokens().revoke("ann")).isTrue();

        served.as("ann", "next").refuses(Exit.USAGE, "the token is not known, or its time is over");
        Said.to("next", "--server", served.address()).refuses(Exit.USAGE, "no token came with the request");
    }

    @Test
    void whereNobodyAnswersThatIsSaid() {
        served.close();

        served.as("ann", "next").refuses(Exit.UNAVAILABLE, "nobody answers at " + served.address(), "Maybe start one");
    }

    @Test
    void aSecretDoesNotGoOverTheNetworkInClear() {
        Said.to("next", "--server", "http://example.org:1").refuses(Exit.USAGE, "Maybe https://");
        Said.to("next", "--server", "http://ann:secret@localhost:1").refuses(Exit.USAGE, "no secret");
        Said.to("next", "--server", "nowhere").refuses(Exit.USAGE, "--server takes http://HOST:PORT");
    }

    @Test
    void whoWaitsIsToldOnceThereIsSomethingToClaim() throws Exception {
        var fence = "1";
        served.as("bob", "claim", "extract").exits(Exit.YES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> served.as("bob", "next", "--run", "team", "--wait", "PT1M"));

            served.as("bob", "done", "extract", "--fence", fence).exits(Exit.YES);

            assertThat(waiting.get().exits(Exit.YES).out()).isEqualTo("load  Load\n");
        }
        served.as("ann", "next", "--wait", "PT0.01S").exits(Exit.NO);
        served.as("ann", "next", "--wait", "PT1H").refuses(Exit.USAGE, "'wait' takes up to PT5M");
    }

    private long granted() {
        try (var journal = SqliteJournal.openReadOnly(folder.resolve(".muster/muster.db"))) {
            return journal.read(RUN, 0).stream()
                    .map(Recorded::event)
                    .filter(event -> event instanceof ClaimEvent.LeaseGranted granted
                            && granted.task().equals(new TaskId("extract")))
                    .count();
        }
    }
}

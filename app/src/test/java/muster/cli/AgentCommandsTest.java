package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// How agents take part in a run from the command line.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AgentCommandsTest {
    private static final String NINE = "2026-01-05T09:00:00Z";
    private static final String PLAN = """
            muster: 1
            plan: {id: team, title: A team, start: "2026-01-05T09:00:00Z"}
            agents:
              - {id: ann, name: Ann, kind: ai, capabilities: [sql]}
              - {id: bob, name: Bob, kind: ai}
            phases:
              - id: build
                title: Build it
                mode: sequential
                tasks:
                  - {id: extract, title: Extract, owners: [ann], deliverables: [out/data.csv], estimate: 1h}
                  - {id: load, title: Load, owners: [bob], estimate: 1h}
              - id: look
                title: Look at it
                needs: [build]
                tasks:
                  - {id: review, title: Review, owners: [bob], estimate: 1h}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void aRunWasBegun() throws IOException {
        Small.file(folder, "muster.yaml", PLAN);
        say("run", "--at", NINE).exits(Exit.YES);
    }

    @Test
    void anAgentIsToldWhatItMayClaimAndWhyNotTheRest() {
        var next = say("next", "--as", "ann", "--json").exits(Exit.YES).json("muster.next/1");

        assertThat(next.get("open").findValuesAsString("task")).containsExactly("extract");
        assertThat(next.get("not_open").findValuesAsString("why"))
                .containsExactly("ann is not an owner", "ann is not an owner");
        say("next", "--as", "bob").refuses(Exit.NO, "load  it is waiting: it needs extract, which is not done");
    }

    @Test
    void aClaimedStepIsDoneOnceWhatItDeliversIsThere() throws IOException {
        var fence = claim("ann", NINE);

        var early = say("done", "extract", "--fence", fence, "--as", "ann", "--at", NINE);
        early.refuses(Exit.NO, "deliverable out/data.csv is not there", "Maybe put that right");
        Files.createDirectories(folder.resolve("out"));
        Small.file(folder, "out/data.csv", "1;2\n");
        var done = say("done", "extract", "--fence", fence, "--as", "ann", "--at", NINE, "--json");

        assertThat(done.exits(Exit.YES)
                        .json("muster.done/1")
                        .get("made_ready")
                        .get(0)
                        .asString())
                .isEqualTo("load");
    }

    @Test
    void whoClaimsIsToldTheFenceAndHowLongItHolds() {
        var said = say("claim", "extract", "--as", "ann", "--at", NINE).exits(Exit.YES);

        assertThat(said.out())
                .isEqualTo("extract: claim, it is running"
                        + " (fence 1, lease until 2026-01-05T09:15:00Z, a heartbeat every 5 min)\n");
    }

    @Test
    void whoHoldsAStepAlreadyIsToldSo() {
        claim("ann", NINE);

        var second =
                say("claim", "extract", "--as", "ann", "--at", NINE, "--json").exits(Exit.CONFLICT);

        assertThat(second.json("muster.refusal/1").get("why").asString()).startsWith("you hold it already");
        assertThat(second.err())
                .contains("Maybe go on with it: muster heartbeat, done or release, each with --fence 1");
    }

    @Test
    void aDeadAgentLosesItsClaimAndItsLateWordIsRefused() {
        var fence = claim("ann", NINE);

        var again = claim("ann", "2026-01-05T09:20:00Z");
        var late = say("heartbeat", "extract", "--fence", fence, "--as", "ann", "--at", "2026-01-05T09:21:00Z");

        assertThat(again).isGreaterThan(fence);
        late.refuses(Exit.CONFLICT, "fence 1 is stale, the claim of ann has 2");
    }

    @Test
    void aHeartbeatKeepsAClaim() {
        var fence = claim("ann", NINE);

        say("heartbeat", "extract", "--fence", fence, "--as", "ann", "--at", "2026-01-05T09:14:00Z")
                .exits(Exit.YES);

        say("claim", "extract", "--as", "ann", "--at", "2026-01-05T09:28:00Z").exits(Exit.CONFLICT);
    }

    @Test
    void aWordSaidTwiceWithOneKeyHasOneEffect() {
        var first = say("claim", "extract", "--as", "ann", "--key", "k1", "--at", NINE, "--json");
        var second = say("claim", "extract", "--as", "ann", "--key", "k1", "--at", NINE, "--json");

        assertThat(second.exits(Exit.YES).out()).contains("\"fence\" : 1");
        assertThat(first.exits(Exit.YES).out()).contains("\"fence\" : 1");
    }

    @Test
    void aReleasedStepMayBeClaimedAgain() {
        var fence = claim("ann", NINE);

        say("release", "extract", "--fence", fence, "--as", "ann", "--reason", "no access", "--at", NINE)
                .exits(Exit.YES);

        assertThat(claim("ann", NINE)).isEqualTo(2);
    }

    @Test
    void statusShowsWhoHoldsWhatAndHowItWasBefore() {
        claim("ann", "2026-01-05T10:00:00Z");

        var now = say("status", "--json").json("muster.status/1");
        var before = say("status", "--json", "--at", "2026-01-05T09:30:00Z").json("muster.status/1");
        var unborn = say("status", "--json", "--at", "2026-01-05T08:00:00Z").json("muster.status/1");

        assertThat(step(now).get("holder").asString()).isEqualTo("ann");
        assertThat(step(before).get("state").asString()).isEqualTo("ready");
        assertThat(unborn.get("runs").size()).isZero();
    }

    @Test
    void workIsCheckedByAnotherAgentWhereTheRunAsksForIt() {
        say("run", "--run", "second", "--checked", "--at", NINE).exits(Exit.YES);
        say("steer", "--skip", "extract", "--reason", "done before", "--as", "ann", "--at", NINE)
                .exits(Exit.YES);
        var fence = claim("bob", NINE);
        say("done", "load", "--fence", fence, "--as", "bob", "--at", NINE).exits(Exit.YES);

        say("check", "load", "--fence", fence, "--accept", "fine", "--as", "bob", "--at", NINE)
                .refuses(Exit.CONFLICT, "bob did it; somebody else has to check it");
        say("check", "load", "--fence", fence, "--send-back", "no tests", "--as", "ann", "--at", NINE)
                .exits(Exit.YES);

        var open = say("next", "--as", "bob", "--at", NINE, "--json")
                .json("muster.next/1")
                .get("open");
        assertThat(open.get(0).get("returned").asString()).isEqualTo("no tests");
    }

    @Test
    void aPausedRunGivesNothingOut() {
        say("steer", "--pause", "--reason", "night", "--as", "ann", "--at", NINE)
                .exits(Exit.YES);

        say("claim", "extract", "--as", "ann", "--at", NINE).refuses(Exit.CONFLICT, "the run is paused");
        say("steer", "--pause", "--reason", "again", "--as", "ann").refuses(Exit.CONFLICT, "the run is paused");
        say("steer", "--reason", "night", "--as", "ann").refuses(Exit.USAGE);
        say("steer", "--continue", "--reason", "day", "--as", "ann", "--at", NINE)
                .exits(Exit.YES);
    }

    @Test
    void whatIsNotThereIsSaid() {
        say("claim", "nothing", "--as", "ann").refuses(Exit.NOT_FOUND, "the run has no such step");
        say("claim", "--as", "ann", "--run", "other").refuses(Exit.NOT_FOUND, "no run other here; there are [team]");
        say("claim", "--as", "Not An Id").refuses(Exit.USAGE, "there is no agent 'Not An Id'");
        say("run").refuses(Exit.CONFLICT, "run team was begun before");
        say("claim", "--as", "bob").refuses(Exit.NO, "nothing to claim for bob now");
    }

    private static JsonNode step(JsonNode status) {
        return status.get("runs").get(0).get("steps").get(0);
    }

    private long claim(String agent, String at) {
        var said = say("claim", "--as", agent, "--at", at, "--json").exits(Exit.YES);
        return said.json("muster.claim/1").get("fence").asLong();
    }

    private Said say(Object... words) {
        return Said.to(Stream.concat(Stream.of(words), Stream.of("--workspace", folder))
                .toArray());
    }
}

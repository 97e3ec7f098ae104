package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The plan of `examples/runs/replan.yaml`, planned again while it is carried out.
class ReplanCommandTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "runs", "replan.yaml");
    private static final String NINE = "2026-01-05T09:00:00Z";

    @TempDir
    Path folder;

    @BeforeEach
    void begun() throws IOException {
        Files.copy(EXAMPLE, folder.resolve("muster.yaml"));
        say("run", "--at", NINE).exits(Exit.YES);
    }

    @Test
    void whatStandsIsKeptAndNothingIsTold() {
        var json = say("replan", "--at", NINE, "--json").exits(Exit.YES).json("muster.replanning/1");

        assertThat(json.get("changes").asBoolean()).isFalse();
        assertThat(json.get("way").asString()).isEqualTo("kept");
        assertThat(json.get("kept")).hasSize(5);
    }

    @Test
    void whatAFailedStepWouldHaveProvidedComesFromTheCheapestRemedy() {
        fail("write");

        var looked = say("replan", "--at", NINE).exits(Exit.YES);
        var applied = say("replan", "--at", NINE, "--apply", "--as", "Ann", "--reason", "it failed", "--json")
                .exits(Exit.YES)
                .json("muster.replanning/1");

        assertThat(looked.out())
                .contains(
                        "planned anew",
                        "keep copy: makes done:copy true for announce",
                        "keep tidy: makes done:tidy true for the goal",
                        "add borrow: makes ready:copier true for copy",
                        "drop write: it failed: no compiler; borrow provides what it would have provided",
                        "nothing is changed yet");
        assertThat(applied.get("applied").asBoolean()).isTrue();
        assertThat(say("next", "--as", "ann").out()).doesNotContain("copy");
        done("room", "bob");
        done("borrow", "bob");
        assertThat(say("next", "--as", "ann").out()).contains("copy");
        done("copy", "ann");
        done("announce", "bob");
        done("tidy", "ann");
        assertThat(say("status").out()).contains("finished", "plan revised by ann (it failed)");
    }

    @Test
    void aFactThatIsLostIsMadeTrueAgainAndTheRestWaitsForIt() {
        done("write", "ann");
        done("room", "bob");
        assertThat(say("next", "--as", "ann").out()).contains("copy");

        var told = apply("--fails", "ready:copier");

        assertThat(told.out())
                .contains("ready:copier does not hold: found to fail at " + NINE + ", as told", "add borrow")
                .doesNotContain("drop");
        assertThat(say("next", "--as", "ann").out()).doesNotContain("copy");
        done("borrow", "bob");
        assertThat(say("next", "--as", "ann").out()).contains("copy");
    }

    @Test
    void workUnderWayTakesWhatItsEstimateHasLeft() {
        claim("write", "ann");

        var schedule = say("replan", "--at", "2026-01-05T10:00:00Z", "--json")
                .exits(Exit.YES)
                .json("muster.replanning/1")
                .get("schedule");

        assertThat(schedule.get("finish").asString()).isEqualTo("2026-01-05T14:00:00Z");
        assertThat(schedule.get("critical_path")).extracting(JsonNode::asString).startsWith("write", "copy");
        assertThat(schedule.at("/difference/finish_delta").asInt(-1)).isZero();
    }

    @Test
    void itIsSaidHowMuchLaterTheRunEndsAndWhatItsEndHangsOn() {
        done("write", "ann");
        done("room", "bob");

        assertThat(say("replan", "--at", NINE, "--fails", "ready:copier")
                        .exits(Exit.YES)
                        .out())
                .contains(
                        "it ends 2026-01-05T12:30:00Z, 1h30m later than before; critical path: borrow -> copy -> announce");
    }

    @Test
    void aDoneStepIsDoneAgainUnderANameOfItsOwnIfThatIsTheOnlyWay() throws IOException {
        var plan = folder.resolve("muster.yaml");
        Files.writeString(plan, Files.readString(plan).replaceAll("(?m)^expectations:\n(.*\n)*phases:", "phases:"));
        say("run", "--replan", "--as", "Ann", "--reason", "no remedies", "--at", NINE)
                .exits(Exit.YES);
        done("write", "ann");

        assertThat(apply("--fails", "ready:copier").out())
                .contains("add write-again: makes ready:copier true for copy");

        done("write-again", "ann");
        done("room", "bob");
        assertThat(say("next", "--as", "ann").out()).contains("copy");
    }

    @Test
    void whatANewAuditFoundIsNotMadeAnyMore() throws IOException {
        Files.writeString(folder.resolve("copy.sh"), "cp orders backup\n");
        Said.to("audit", folder, "--at", "2026-01-05T10:00:00Z");

        var told = apply();

        assertThat(told.out())
                .contains("ready:copier holds: 2026-01-05T10:00:00Z", "drop write: all that it provides holds already");
        done("room", "bob");
        assertThat(say("next", "--as", "ann").out()).contains("copy");
    }

    @Test
    void whatAnAuditFoundExpires() throws IOException {
        Files.writeString(folder.resolve("copy.sh"), "cp orders backup\n");
        Said.to("audit", folder, "--at", "2026-01-05T10:00:00Z");
        apply();

        var later = say("replan", "--at", "2027-01-05T10:00:00Z").exits(Exit.YES);

        assertThat(later.out()).contains("ready:copier does not hold: it expired at", "add borrow");
    }

    @Test
    void workUnderWayIsDroppedOnlyIfSomebodySaysSo() {
        fail("write");
        apply();
        claim("borrow", "bob");
        say("steer", "--skip", "copy", "--as", "ann", "--reason", "no orders", "--at", NINE)
                .exits(Exit.YES);

        var refused = say("replan", "--at", NINE).exits(Exit.CONFLICT);
        var taken = apply("--drop", "borrow");

        assertThat(refused.out()).contains("against it: borrow is under way by bob, yet the goal needs nothing of it");
        assertThat(taken.out()).contains("drop borrow: somebody said to do without it", "the run goes on like this");
        done("announce", "bob");
    }

    @Test
    void whatIsUnderWayEndsAsItWasBegunUnlessItIsToBeDoneWithout() {
        fail("write");
        apply();
        claim("borrow", "bob");

        var kept = say("replan", "--at", NINE, "--holds", "ready:copier").exits(Exit.YES);
        apply("--holds", "ready:copier", "--drop", "borrow");

        assertThat(kept.out()).contains("keep borrow");
        done("room", "bob");
        assertThat(say("next", "--as", "ann").out()).contains("copy");
    }

    @Test
    void whatNobodyCanMakeTrueAnyMoreIsSaidWithWhatMayBeTriedAgain() {
        fail("copy", "room", "write");

        var none = say("replan", "--at", NINE).exits(Exit.NO);
        var again = apply("--retry", "copy");

        assertThat(none.out()).contains("no plan exists", "--retry copy", "nothing is changed");
        assertThat(again.out()).contains("keep copy", "the run goes on like this");
        done("copy", "ann");
    }

    @Test
    void anEditedFileKeepsWhatWasAdded() throws IOException {
        fail("write");
        apply();
        done("borrow", "bob");
        var plan = folder.resolve("muster.yaml");
        Files.writeString(plan, Files.readString(plan).replace("Announce it", "Tell all"));

        say("replan", "--at", NINE).refuses(Exit.INVALID, "this is not the plan that the run goes by");
        var revised = say("run", "--replan", "--as", "ann", "--reason", "words", "--at", NINE)
                .exits(Exit.YES);

        assertThat(revised.out()).contains("task announce: other title").doesNotContain("borrow");
        done("room", "bob");
        assertThat(say("next", "--as", "ann").out()).contains("copy");
    }

    @Test
    void whoAppliesSaysWhoAndWhy() {
        say("replan", "--apply").refuses(Exit.USAGE, "--apply needs --as AGENT and --reason TEXT");
        Said.to("replan", "--workspace", folder.resolve("none")).refuses(Exit.NOT_FOUND, "is not there");
    }

    @Test
    void aServerAnswersTheSameAndAppliesInTheNameOfTheToken() throws IOException {
        fail("write");
        try (var served = new Served(folder)) {
            assertThat(withoutInstants(served.as("ann", "replan", "--json").exits(Exit.YES)))
                    .isEqualTo(withoutInstants(say("replan", "--json")));
            served.as("ann", "replan", "--plan", "../muster.yaml")
                    .refuses(Exit.USAGE, "a plan lies in the workspace of the server");

            assertThat(served.as("ann", "replan", "--apply", "--reason", "it failed")
                            .exits(Exit.YES)
                            .out())
                    .contains("the run goes on like this");
        }
        assertThat(say("status").out()).contains("borrow");
    }

    /// The two were asked at different instants.
    private static JsonNode withoutInstants(Said said) {
        var json = said.json("muster.replanning/1");
        ((ObjectNode) json.get("schedule")).remove(List.of("finish", "difference"));
        return json;
    }

    private Said apply(Object... more) {
        return say(Stream.concat(
                                Stream.of("replan", "--at", NINE, "--apply", "--as", "ann", "--reason", "it changed"),
                                Stream.of(more))
                        .toArray())
                .exits(Exit.YES);
    }

    /// The last of these fails; those before it are done, the last first.
    private void fail(String failing, String... before) {
        for (var task : List.of(before).reversed()) {
            done(task, task.equals("room") ? "bob" : "ann");
        }
        var fence = claim(failing, "ann");
        say("done", failing, "--fence", fence, "--as", "ann", "--failed", "no compiler", "--at", NINE);
    }

    private void done(String task, String agent) {
        say("done", task, "--fence", claim(task, agent), "--as", agent, "--at", NINE)
                .exits(Exit.YES);
    }

    private long claim(String task, String agent) {
        return say("claim", task, "--as", agent, "--at", NINE, "--json")
                .exits(Exit.YES)
                .json("muster.claim/1")
                .get("fence")
                .asLong();
    }

    private Said say(Object... words) {
        return Said.to(Stream.concat(Stream.of(words), Stream.of("--workspace", folder))
                .toArray());
    }
}

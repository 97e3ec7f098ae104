package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The plans of `examples/runs`, carried out on the command line.
class RunFeaturesTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "runs");
    private static final String NINE = "2026-01-05T09:00:00Z";

    @TempDir
    Path folder;

    @Test
    void aLoopGoesOnUntilItsCriterionIsMetAndShowsItsRounds() {
        begin("loop.yaml");

        round("12");
        round("9");

        var status = say("status", "--json")
                .exits(Exit.YES)
                .json("muster.status/1")
                .get("runs")
                .get(0);
        var loop = status.get("loops").get(0);
        assertThat(loop.get("standing").asString()).isEqualTo("converged");
        assertThat(loop.get("rounds").get(1).get("changed").get(0).asString()).isEqualTo("measure: minutes");
        assertThat(say("status").out())
                .contains("loop tune: round 2 of at most 5, converged", "round 2 changed measure: minutes");
        assertThat(say("next", "--as", "ann").out()).contains("publish");
    }

    @Test
    void aLoopMayBeTakenAsItIsOnlyWhenItWaitsForSuchAWord() {
        begin("loop.yaml");

        say("steer", "--settle", "tune", "--as", "ann", "--reason", "tired")
                .refuses(Exit.CONFLICT, "round 1 is under way");
    }

    @Test
    void aBudgetWarnsAndStopsAndIsRaised() {
        begin("budget.yaml");
        var fence = claim("draft", "ann");

        say("heartbeat", "draft", "--fence", fence, "--as", "ann", "--at", NINE, "--spent", "tokens=80000")
                .exits(Exit.YES);
        assertThat(say("status").out()).contains("budget tokens: 80000 of 100000 tokens (80 %), warned");
        say(
                        "done",
                        "draft",
                        "--fence",
                        fence,
                        "--as",
                        "ann",
                        "--at",
                        NINE,
                        "--spent",
                        "tokens=20000",
                        "--spent",
                        "money=4.50")
                .exits(Exit.YES);

        say("claim", "polish", "--as", "ann", "--at", NINE)
                .refuses(Exit.OVER_BUDGET, "budget tokens is used up", "Maybe have it raised: muster steer --raise");
        say("steer", "--raise", "tokens=40000", "--as", "ann", "--reason", "approved", "--at", NINE)
                .exits(Exit.YES);
        claim("polish", "ann");
        assertThat(say("status").out()).contains("budget money: 4.50 of 20 USD");
    }

    @Test
    void aTaskThatIsAPlanBecomesItsStepsAndWhatFollowsWaitsForAllOfThem() {
        begin("within.yaml");

        done("prepare", "ann");
        assertThat(say("next", "--as", "ann").out()).contains("release.build").doesNotContain("release.ship");
        done("release.build", "ann");
        done("release.ship", "ann");

        assertThat(say("next", "--as", "ann").out()).contains("announce");
    }

    @Test
    void aPlanWithinAPlanThatIsNotThereIsAProblemWithItsPlace() throws IOException {
        copy("within.yaml");
        Files.delete(folder.resolve("within-release.yaml"));

        say("run", "--at", NINE)
                .refuses(Exit.INVALID, "muster.yaml:1:1: task release: its plan within-release.yaml is not there");
    }

    @Test
    void whatATaskWritesIsNobodyElsesAndItsTimeBoxCountsWorkingHours() {
        begin("contract.yaml");

        var claimed = say("claim", "schema", "--as", "ann", "--at", "2026-01-05T14:00:00Z", "--json")
                .exits(Exit.YES)
                .json("muster.claim/1");

        assertThat(claimed.get("deadline").asString()).isEqualTo("2026-01-06T10:00:00Z");
        say("claim", "loader", "--as", "bob", "--at", "2026-01-05T14:00:00Z")
                .refuses(Exit.CONFLICT, "src/schema/orders.sql and src/schema/**");
    }

    @Test
    void anEditedPlanIsGoneOnByOrRefusedWithReasons() throws IOException {
        begin("loop.yaml");
        var plan = folder.resolve("muster.yaml");
        var text = Files.readString(plan);
        claim("change", "ann");

        Files.writeString(
                plan, text.replace("Publish the figures", "Publish them").replace("most: 5", "most: 7"));
        var revised = say("run", "--replan", "--as", "ann", "--reason", "learnt", "--at", NINE, "--json")
                .exits(Exit.YES)
                .json("muster.replan/1");
        Files.writeString(plan, text.replace("build/**", "src/**"));
        var refused = say("run", "--replan", "--as", "ann", "--reason", "learnt", "--at", NINE);

        assertThat(revised.get("changes").toString())
                .isEqualTo("[\"task publish: other title\",\"loop tune is another\"]");
        refused.refuses(Exit.CONFLICT, "keeps its plan", "task change is running, its terms cannot change any more");
        assertThat(say("status").out()).contains("loop tune: round 1 of at most 7", "plan revised by ann (learnt)");
        say("run", "--replan").refuses(Exit.USAGE, "--replan needs --as AGENT and --reason TEXT");
    }

    @Test
    void anEditedPlanRenewsTheCharterOfTheTeam() throws IOException {
        begin("contract.yaml");
        var plan = folder.resolve("muster.yaml");
        Files.writeString(plan, Files.readString(plan) + """
                hand-offs:
                  - {id: to-bob, title: The schema, from: ann, to: bob, after: schema, before: loader}
                meetings:
                  - {id: standup, title: Stand-up, at: "09:00", zone: UTC, length: 15m}
                """);

        var revised = say("run", "--replan", "--as", "ann", "--reason", "learnt", "--at", NINE)
                .exits(Exit.YES);

        assertThat(revised.out())
                .contains("task loader: other requires", "hand-off to-bob is new", "meeting standup is new");
        assertThat(say("handoff", "list").out()).contains("to-bob");
        say("run", "--replan", "--as", "ann", "--reason", "learnt", "--at", NINE)
                .exits(Exit.YES);
    }

    @Test
    void theJournalIsShownExportedAndVerifiedDownToTheState() {
        begin("loop.yaml");
        round("12");

        assertThat(say("log", "show").out()).contains("  round-began loop=tune round=2");
        assertThat(say("log", "show", "--json").out().lines())
                .allMatch(line -> line.startsWith("{\"version\":"))
                .anyMatch(line -> line.contains("\"type\":\"round-began\""));
        assertThat(say("log", "export").out().lines()).allMatch(line -> line.startsWith("{\"at\":"));
        var verified = say("log", "verify", "--json").exits(Exit.YES).json("muster.log-verify/1");
        assertThat(verified.get("runs").get(0).get("events").asInt()).isGreaterThan(10);
    }

    @Test
    void runsAreRehearsedFromASeedAndTheInvariantsHold() {
        var rehearsed = Said.to("simulate", "--seed", 5, "--runs", 40, "--json")
                .exits(Exit.YES)
                .json("muster.rehearsal/1");

        assertThat(rehearsed.get("schedules").asInt()).isEqualTo(40);
        assertThat(rehearsed.get("invariants")).hasSizeGreaterThan(10);
        assertThat(rehearsed.get("violations")).isEmpty();
        assertThat(rehearsed.get("events").asLong()).isGreaterThan(1000);
        Said.to("simulate", "--seed", 5).refuses(Exit.USAGE, "either --plan FILE or --runs N");
    }

    private void begin(String example) {
        try {
            copy(example);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        say("run", "--at", NINE).exits(Exit.YES);
    }

    private void copy(String example) throws IOException {
        Files.copy(EXAMPLES.resolve(example), folder.resolve("muster.yaml"));
        Files.copy(EXAMPLES.resolve("within-release.yaml"), folder.resolve("within-release.yaml"));
    }

    private void round(String minutes) {
        done("change", "ann");
        done("measure", "ann", "--output", "minutes=" + minutes);
    }

    private void done(String task, String agent, Object... more) {
        var fence = claim(task, agent);
        say(Stream.concat(Stream.of("done", task, "--fence", fence, "--as", agent, "--at", NINE), Stream.of(more))
                        .toArray())
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

package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `examples/runs/within-team.yaml`: a task that is a plan with a hand-off, a gate and a meeting of its own.
class PlanWithinTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "runs");
    private static final String NOTE = """
            from_agent: Ann
            to_agent: Ben
            phase: ship
            deliverables: [build.zip]
            quality_checks:
              - tests: PASSED
            risk_assessment: low
            next_steps: ship it
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws IOException {
        Files.copy(EXAMPLES.resolve("within-team.yaml"), folder.resolve("muster.yaml"));
        Files.copy(EXAMPLES.resolve("within-team-release.yaml"), folder.resolve("within-team-release.yaml"));
        Files.writeString(folder.resolve("build.zip"), "built");
        Files.writeString(folder.resolve("note.yaml"), NOTE);
        say("09:00", "run").exits(Exit.YES);
    }

    @Test
    void itsHandOffHoldsItsStepAndIsOwedUnderItsNameInTheRun() {
        assertThat(say("09:00", "handoff", "list").out()).contains("owed: release.pass-on");
        say("09:00", "handoff", "offer", folder.resolve("note.yaml"), "--as", "ann")
                .refuses(Exit.NO, "release.build is not done");

        done("09:00", "release.build", "ann");
        pass("10:00");
        say("10:05", "claim", "release.ship", "--as", "ben")
                .refuses(Exit.CONFLICT, "requires hand-off:release.pass-on");
        handOver("10:05");
        done("10:10", "release.ship", "ben");

        assertThat(say("10:15", "next", "--as", "ann").out()).contains("announce");
    }

    @Test
    void itsGateWaitsForItsPeopleAndForItsTimer() {
        done("09:00", "release.build", "ann");
        handOver("09:10");
        say("09:10", "gate", "approve", "release.go", "--as", "ben").exits(Exit.YES);

        say("09:20", "claim", "release.ship", "--as", "ben").refuses(Exit.CONFLICT, "stands before gate release.go");
        done("10:00", "release.ship", "ben");
    }

    @Test
    void itsMeetingIsThatOfTheRunWhereTheWholePlanHasNone() {
        done("09:00", "release.build", "ann");

        var said =
                say("10:00", "standup", "--date", "2026-01-06").exits(Exit.YES).out();

        assertThat(said).contains("Morning of the release team", "Ben");
    }

    @Test
    void plannedAgainItsStepsOfWhichNoTimeIsKnownAreNamed() {
        assertThat(say("09:00", "replan").exits(Exit.YES).out())
                .contains(
                        "it ends 2026-01-05T09:30:00Z, as before",
                        "nobody said how long these take, so they count as nothing: release.build, release.ship");
    }

    private void handOver(String time) {
        var offered = say(time, "handoff", "offer", folder.resolve("note.yaml"), "--as", "ann")
                .exits(Exit.YES)
                .out();
        say(time, "handoff", "accept", offered.substring(0, offered.indexOf(' ')), "--as", "ben")
                .exits(Exit.YES);
    }

    private void pass(String time) {
        say(time, "gate", "approve", "release.go", "--as", "ben").exits(Exit.YES);
    }

    private void done(String time, String task, String agent) {
        var fence = say(time, "claim", task, "--as", agent, "--json")
                .exits(Exit.YES)
                .json("muster.claim/1")
                .get("fence")
                .asLong();
        say(time, "done", task, "--fence", fence, "--as", agent).exits(Exit.YES);
    }

    private Said say(String time, Object... words) {
        var all = new ArrayList<Object>(List.of(words));
        all.addAll(List.of("--workspace", folder, "--at", "2026-01-05T" + time + ":00Z"));
        return Said.to(all.toArray());
    }
}

package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Whoever speaks of the schedule of a plan speaks of the same one.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OneScheduleTest {
    private static final String TEAM = """
        muster: 1
        plan: {id: crowd, title: Crowd, start: "2026-01-05T08:00:00Z", target: work}
        agents:
          - {id: ann, name: Ann, role: BA, kind: human, capacity: 2}
          - {id: bob, name: Bob, role: QA, kind: human, capacity: 3}
        resources:
          - {id: disk, kind: renewable, unit: GiB, amount: 10}
        """;

    @TempDir
    private Path folder;

    private Path crowd;

    @BeforeEach
    void aPlanInWhichManyOrdersCompete() throws IOException {
        crowd = Small.file(folder, "crowd.yaml", crowd(new Random(3)));
    }

    @Test
    void theSearchMakesThisPlanShorter() {
        assertThat(finish("--schedules", "2000")).isLessThan(finish("--schedules", "0"));
    }

    @Test
    void aSimulationRunsTheScheduleThatIsShown() {
        var simulated = Said.to("simulate", "--plan", crowd, "--iterations", 100, "--json")
                .json("muster.simulation/1");

        assertThat(simulated.get("scheduled").asString()).isEqualTo(finish());
    }

    @Test
    void anExplanationIsThatOfTheScheduleThatIsShown() {
        var slots = schedule().get("slots");
        for (int at = 0; at < slots.size(); at += 15) {
            var slot = slots.get(at);
            var id = slot.get("id").asString();

            var explained = Said.to("explain", id, "--plan", crowd, "--json").json("muster.start/1");

            assertThat(explained.get("start").asString())
                    .as(id)
                    .isEqualTo(slot.get("start").asString());
        }
    }

    /// Each has the runner for a day of UTC, in turn.
    @Test
    void aSimulationKeepsTheTurnsThatAConflictRuleBrings() throws IOException {
        var plan = Small.file(folder, "turns.yaml", """
            muster: 1
            plan: {id: turns, title: Turns, start: "2026-01-05T00:00:00Z"}
            agents:
              - {id: ann, name: Ann, role: BA, kind: human}
              - {id: bob, name: Bob, role: QA, kind: human}
            resources:
              - {id: runner, kind: renewable, unit: runners, amount: 1}
            phases:
              - id: p
                title: P
                tasks:
                  - {id: a, title: A, owners: [ann], estimate: 4h, demands: [{resource: runner, amount: 1}]}
                  - {id: b, title: B, owners: [bob], estimate: 4h, demands: [{resource: runner, amount: 1}]}
            conflicts:
              - {kind: resource, rotation: daily, steps: [take turns]}
            """);

        var simulated = Said.to("simulate", "--plan", plan, "--iterations", 100, "--json")
                .json("muster.simulation/1");

        assertThat(simulated.get("scheduled").asString()).isEqualTo("2026-01-06T04:00:00Z");
        assertThat(simulated.get("finish").get("mean").asString()).isEqualTo("2026-01-06T04:00:00Z");
    }

    @Test
    void aSearchTakesABudgetOfProcessorTimeAsWell() {
        assertThat(finish("--cpu-seconds", "1.5")).isLessThan(finish("--schedules", "0"));
        Said.to("schedule", "--plan", crowd, "--cpu-seconds", "1", "--schedules", "9")
                .refuses(Exit.USAGE, "not both");
        Said.to("schedule", "--plan", crowd, "--cpu-seconds", "0").refuses(Exit.USAGE, "above 0", "got 0.0");
        Said.to("schedule", "--plan", crowd, "--solver", "both").refuses(Exit.USAGE, "--psplib");
    }

    @Test
    void aLongSearchShowsHowFarItIs() {
        assertThat(Said.to("schedule", "--plan", crowd, "--cpu-seconds", "3")
                        .exits(Exit.YES)
                        .err())
                .contains("%", "makespan ", "schedules");
    }

    @Test
    void anInterruptedSearchAnswersWithTheBestSoFar() {
        Thread.currentThread().interrupt();

        var said = Said.to("schedule", "--plan", crowd, "--schedules", "1000000000", "--json");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(said.exits(Exit.YES).json("muster.schedule/1").get("slots")).hasSize(60);
    }

    private String finish(String... options) {
        return schedule(options).get("finish").asString();
    }

    private JsonNode schedule(String... options) {
        var arguments = new ArrayList<Object>(List.of("schedule", "--plan", crowd, "--json"));
        Collections.addAll(arguments, (Object[]) options);
        return Said.to(arguments.toArray()).exits(Exit.YES).json("muster.schedule/1");
    }

    private static String crowd(Random random) {
        var text = new StringBuilder(TEAM)
                .append("phases:\n  - id: work\n    title: Work\n    mode: hybrid\n    tasks:\n");
        for (int item = 0; item < 60; item++) {
            text.append("      - {id: i" + item + ", title: T, estimate: " + (1 + random.nextInt(9)) + "h, owners: ["
                    + (random.nextBoolean() ? "ann" : "bob") + "], demands: [{resource: disk, amount: "
                    + (1 + random.nextInt(6)) + "}]"
                    + (item < 6 ? "" : ", needs: [i" + random.nextInt(item) + "]") + "}\n");
        }
        return text.toString();
    }
}

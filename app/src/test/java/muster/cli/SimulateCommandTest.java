package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    private static final String EXAMPLE = "../examples/risk/muster.yaml";
    private static final String SCHEMA = "muster.simulation/1";

    @TempDir
    Path folder;

    @Test
    void theExampleIsSimulatedWithIntervalsBlockersAndAssumptions() {
        var forecast = Said.to("simulate", "--plan", EXAMPLE, "--iterations", 5000, "--json")
                .exits(Exit.YES)
                .json(SCHEMA);

        var finish = forecast.get("finish");
        assertThat(forecast.get("extent").get("iterations").asInt()).isEqualTo(5000);
        assertThat(finish.get("probability").get("low").asDouble())
                .isLessThan(finish.get("probability").get("value").asDouble());
        assertThat(finish.get("quantiles")).hasSize(7);
        assertThat(StreamSupport.stream(finish.get("blockers").spliterator(), false)
                        .map(each -> each.get("id").asString()))
                .contains("payment", "flu", "data", "gate:review", "end:tune");
        assertThat(forecast.get("start").get("phase").asString()).isEqualTo("ship");
        assertThat(forecast.get("start").get("asked").asString()).isEqualTo("2026-03-16T00:00:00Z");
        assertThat(forecast.get("p80_assumed").get("least").asString())
                .isLessThanOrEqualTo(forecast.get("p80_assumed").get("most").asString());
        assertThat(forecast.get("assumptions").toString()).contains("taken from the level");
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        var one = Said.to("simulate", "--plan", EXAMPLE, "--iterations", 3000, "--threads", 1, "--json");
        var four = Said.to("simulate", "--plan", EXAMPLE, "--iterations", 3000, "--threads", 4, "--json");

        assertThat(four.out()).isEqualTo(one.out()).isNotEmpty();
    }

    @Test
    void peopleGetTheFiguresThatDecideInWords() {
        var said = Said.to("simulate", "--plan", EXAMPLE, "--start", "2026-03-09T08:00:00Z")
                .exits(Exit.YES);

        assertThat(said.out())
                .contains("P50 2026-", "P80 2026-", "P95 2026-", "with zero delay", "Likely blockers", "Assumed:")
                .contains("###|###");
        assertThat(said.err()).contains("%");
    }

    /// One task of 2 to 6 hours, uniform: finished in 5 hours with probability three quarters.
    @Test
    void theAnswerIsTheOneWorkedOutByHand() throws IOException {
        var plan = plan("""
            phases:
              - id: p
                title: P
                tasks: [{id: a, title: A, owners: [ann], estimate: 2h..6h}]
            uncertainty: {distribution: uniform}
            """);

        var forecast = Said.to(
                        "simulate", "--plan", plan, "--by", "2026-01-05T14:00:00Z", "--iterations", 20_000, "--json")
                .json(SCHEMA);

        assertThat(forecast.get("finish").get("probability").get("value").asDouble())
                .isCloseTo(0.75, within(0.01));
    }

    @Test
    void whatIsNotPossibleIsExplained() throws IOException {
        var plan = plan("phases: [{id: p, title: P}]");

        Said.to("simulate", "--plan", folder.resolve("nowhere.yaml")).refuses(Exit.NOT_FOUND, "is not there");
        Said.to("simulate", "--plan", plan).refuses(Exit.NO, "the plan has no tasks");
        Said.to("simulate", "--plan", EXAMPLE, "--iterations", 0).refuses(Exit.USAGE, "between 1 and 10000000");
        Said.to("simulate", "--plan", EXAMPLE, "--threads", 0).refuses(Exit.USAGE, "between 1 and 256");
        Said.to("simulate", "--plan", EXAMPLE, "--phase", "shipp").refuses(Exit.USAGE, "Maybe", "ship");
        Said.to("simulate", "--plan", plan, "--start", "2026-03-09T08:00:00Z").refuses(Exit.USAGE, "--phase");
        Said.to("simulate", "--plan", EXAMPLE, "--start", "soon").refuses(Exit.USAGE, "must be an instant");
    }

    @Test
    void whatCannotBeScheduledIsToldInWords() throws IOException {
        var plan = plan("""
            calendars:
              - {id: mondays, zone: UTC, hours: [{days: mon, from: "09:00", until: "10:00"}]}
              - {id: tuesdays, zone: UTC, hours: [{days: tue, from: "09:00", until: "10:00"}]}
            phases: [{id: p, title: P, tasks: [{id: t, title: T, owners: [bob, cid], estimate: 1h}]}]
            """);
        var text = Files.readString(plan);
        Files.writeString(plan, text.replace("kind: human}]", """
            kind: human}, {id: bob, name: Bob, kind: human, calendar: mondays}, {id: cid, name: Cid, kind: human, calendar: tuesdays}]"""));

        Said.to("simulate", "--plan", plan)
                .refuses(Exit.NO, "the plan cannot be scheduled: task t has no time: [bob, cid] never work together");
    }

    private Path plan(String sections) throws IOException {
        var file = folder.resolve("muster.yaml");
        Files.writeString(file, """
            muster: 1
            plan: {id: demo, title: Demo, start: "2026-01-05T09:00:00Z"}
            agents: [{id: ann, name: Ann, kind: human}]
            """ + sections);
        return file;
    }
}

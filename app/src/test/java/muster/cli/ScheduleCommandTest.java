package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ScheduleCommandTest {
    private static final String PLAN = """
        muster: 1
        plan: {id: demo, title: Demo, start: "2026-01-05T08:00:00Z"}
        calendars:
          - {id: office, zone: UTC, hours: [{days: mon-fri, from: "08:00", until: "16:00"}]}
        agents:
          - {id: ann, name: Ann, role: BA, kind: human, calendar: office}
          - {id: bob, name: Bob, role: QA, kind: human, calendar: office}
        resources:
          - {id: disk, kind: reservoir, unit: GiB, amount: 10}
        phases:
          - id: build
            title: Build
            tasks:
              - {id: a, title: A, owners: [ann], estimate: 6h, demands: [{resource: disk, amount: 8, until: clean}]}
              - {id: b, title: B, owners: [ann], estimate: 4h}
              - {id: test, title: Test, owners: [bob], estimate: 4h, needs: [a, b]}
              - {id: clean, title: Clean, owners: [bob], estimate: 1h, needs: [test]}
        """;

    @TempDir
    Path folder;

    @Test
    void aScheduleIsValidForTheCheckerAndSaysWhy() throws IOException {
        var plan = plan(PLAN);

        var said = Said.to("schedule", "--plan", plan, "--json").exits(Exit.YES);

        var json = said.json("muster.schedule/1");
        assertThat(json.get("finish").asString()).isEqualTo("2026-01-06T15:00:00Z");
        assertThat(json.get("critical_path").toString()).isEqualTo("[\"b\",\"a\",\"test\",\"clean\"]");
        assertThat(said.out()).contains("ann was busy with b until 2026-01-05T12:00:00Z");
        assertThat(json.get("load").get(0).get("work").asInt()).isEqualTo(10 * 3600);
        var file = Small.file(folder, "schedule.json", said.out());
        assertThat(Said.to("check-schedule", "--plan", plan, "--schedule", file)
                        .exits(Exit.YES)
                        .out())
                .isEqualTo("valid\n");
    }

    @Test
    void aDocumentIsScheduledAsIfItWereImported() {
        var directive = "../examples/m008/directive.md";
        var out = folder.resolve("plan.yaml").toString();
        Said.to("import", directive, "--out", out).exits(Exit.YES);
        var imported = Said.to("schedule", "--plan", out, "--json").exits(Exit.YES);

        var read = Said.to("schedule", "--plan", directive, "--json").exits(Exit.YES);

        assertThat(read.json("muster.schedule/1")).isEqualTo(imported.json("muster.schedule/1"));
    }

    @Test
    void aScheduleThatWasTamperedWithIsFoundOut() throws IOException {
        var plan = plan(PLAN);
        var json = Said.to("schedule", "--plan", plan, "--json").out();
        var file = Small.file(
                folder, "schedule.json", json.replace("\"start\" : \"2026-01-06T14", "\"start\" : \"2026-01-06T13"));

        assertThat(Said.to("check-schedule", "--plan", plan, "--schedule", file)
                        .exits(Exit.NO)
                        .out())
                .contains("clean starts before test is finished");
    }

    @Test
    void whatIfShowsWhatWouldMove() throws IOException {
        var json = Said.to("schedule", "--plan", plan(PLAN), "--what-if", "BA.capacity=2", "--json")
                .exits(Exit.YES)
                .json("muster.schedule/1");

        assertThat(json.get("difference").get("finish_delta").asInt()).isEqualTo(-4 * 3600);
        assertThat(json.get("difference").get("no_longer_critical").toString()).isEqualTo("[\"b\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start=2026-01-12", "drop=b", "a.likely=1h", "disk.amount=8", "a.max=9h", "drop=build"})
    void whatIfUnderstandsItsEdits(String edit) throws IOException {
        Said.to("schedule", "--plan", plan(PLAN), "--what-if", edit).exits(Exit.YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start=soon",
                "drop=x",
                "a.colour=1",
                "cc.capacity=2",
                "ann.capacity=0",
                "nothing",
                "disk.amount=-1"
            })
    void whatIfRefusesWhatMeansNothing(String edit) throws IOException {
        Said.to("schedule", "--plan", plan(PLAN), "--what-if", edit).refuses(Exit.USAGE, "--what-if " + edit);
    }

    @Test
    void aBaselineTellsWhatSlipped() throws IOException {
        var plan = plan(PLAN);
        Said.to("schedule", "--plan", plan, "--baseline", "save").exits(Exit.YES);
        plan(PLAN.replace("owners: [ann], estimate: 6h", "owners: [ann], estimate: 7h"));

        var said = Said.to("schedule", "--plan", plan, "--baseline", "compare").exits(Exit.YES);

        assertThat(said.out()).contains("finish 1h").contains("test: 2026-01-06T10:00:00Z");
    }

    @Test
    void whatStandsInTheWayIsToldWithItsPlace() throws IOException {
        var said = Said.to("schedule", "--plan", plan(PLAN.replace("amount: 8, until", "amount: 12, until")))
                .refuses(Exit.NO);

        assertThat(said.err()).contains("muster.yaml:14:").contains("asks for 12 of disk");
    }

    @Test
    void aDeadlineThatCannotBeKeptIsCertain() throws IOException {
        var late = PLAN.replace(
                "estimate: 1h, needs: [test]", "estimate: 1h, needs: [test], deadline: \"2026-01-05T16:00:00Z\"");

        var json = Said.to("schedule", "--plan", plan(late), "--json")
                .exits(Exit.NO)
                .json("muster.schedule/1");

        assertThat(json.get("breaches").get(0).get("proven").asBoolean()).isTrue();
    }

    @Test
    void whatContradictsStatedDaysIsTold() throws IOException {
        var stated = PLAN.replace("title: A, ", "title: A, days: 3, ")
                .replace("title: B, ", "title: B, days: 3, ")
                .replace("title: Test, ", "title: Test, days: 2, ");

        var found = Said.to("schedule", "--plan", plan(stated), "--json")
                .json("muster.schedule/1")
                .get("stated_days");

        assertThat(found.valueStream().map(each -> each.get("words").asString()))
                .containsExactly(
                        "a is stated for day 3, but is finished on day 4",
                        "test is stated for day 2, but is finished on day 4",
                        "test is stated for day 2, but needs a of day 3",
                        "test is stated for day 2, but needs b of day 3",
                        "ann has 10 h of work stated for day 3, which has 8 working hours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"003_e201b026a90178e6.txt", "004_6e826696a097c9b8.txt"})
    void theSeedsHaveSchedulesThatKeepEveryRule(String name) throws IOException {
        var seed = shared("seeds/" + name);
        assumeThat(seed).as("a document beside the project").exists();
        var plan = folder.resolve("plan.yaml");
        Said.to("import", seed, "--out", plan).exits(Exit.YES);

        var said = Said.to("schedule", "--plan", plan, "--json");

        assertThat(said.json("muster.schedule/1").get("possible").asBoolean()).isTrue();
        var file = Small.file(folder, "schedule.json", said.out());
        Said.to("check-schedule", "--plan", plan, "--schedule", file).exits(Exit.YES);
    }

    @Test
    void aJsonPlanIsImportedAndItsContradictionsAreFound() throws IOException {
        var document = shared("data/plan/remediation_plan.json");
        assumeThat(document).as("a plan beside the project").exists();
        var plan = folder.resolve("plan.yaml");

        var said = Said.to("import", document, "--out", plan, "--json").exits(Exit.YES);

        assertThat(said.json("muster.import/1").get("phases").asInt()).isEqualTo(10);
        assertThat(said.json("muster.import/1").get("agents").asInt()).isEqualTo(4);
        assertThat(said.err())
                .contains("effort_hours (overview) says 180-300 hours, but the phases add up to 192-292 hours")
                .contains("cost_usd (overview) says 50-80 USD, but the phases add up to 50-85 USD")
                .contains("duration_weeks_parallel says 5-7 weeks, but the chain of needs 0, 2, 3, 4, 7, 9 takes 10-13"
                        + " weeks")
                .contains("the critical path goes from 4 to 5, but phase 5 does not need 4")
                .contains("'221,228 ledger rows (28 x 7 x 1,127)', but 28 x 7 x 1,127 is 220892")
                .doesNotContain("6 x 500 + 528 is");
        Said.to("validate", plan).exits(Exit.YES);
        Said.to("schedule", "--plan", plan, "--json").exits(Exit.YES).json("muster.schedule/1");
    }

    private Path plan(String text) throws IOException {
        return Small.file(folder, "muster.yaml", text);
    }

    /// A file of the shared folder beside the project.
    private static Path shared(String name) {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var file = at.resolve("../shared").resolve(name).normalize();
            if (Files.exists(file)) {
                return file;
            }
        }
        return Path.of("missing");
    }
}

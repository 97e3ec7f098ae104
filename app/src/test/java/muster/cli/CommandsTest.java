package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the commands print, where, and how they exit.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CommandsTest {
    @TempDir
    Path folder;

    @Test
    void theVersionIsData() {
        var said = Said.to("--version").exits(Exit.YES);

        assertThat(said.out().strip()).isEqualTo(Muster.VERSION);
        assertThat(said.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "demo --help", "import --help", "validate --help", "audit --help"})
    void helpThatWasAskedForIsData(String asked) {
        var said = Said.to((Object[]) asked.split(" ")).exits(Exit.YES);

        assertThat(said.out()).startsWith("Usage: muster");
        assertThat(said.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "dance", "status --dance", "import", "log", "warehouse", "demo --rows many", "audit --dance"
            })
    void aWrongCommandLineIsExplainedOnStandardError(String line) {
        var said = Said.to(line.isEmpty() ? new Object[0] : line.split(" ")).refuses(Exit.USAGE);

        assertThat(said.err()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_001})
    void theDemoRefusesARowCountOutOfRange(int rows) {
        Said.to("demo", "--workspace", folder.resolve("demo"), "--rows", rows)
                .refuses(Exit.USAGE, "--rows must be between 1 and 100000, got " + rows);
        assertThat(folder.resolve("demo")).doesNotExist();
    }

    @Test
    void anImportWritesAPlanThatIsValidAndCountsWhatItFound() throws IOException {
        var document = Small.file(folder, "plan.md", Small.DOCUMENT);
        var out = folder.resolve("plan.yaml");

        var counts = Said.to("import", document, "--out", out, "--json")
                .exits(Exit.YES)
                .json("muster.import/1");

        assertThat(counts.get("tasks").asInt()).isEqualTo(2);
        assertThat(counts.get("questions").asInt()).isEqualTo(1);
        assertThat(counts.get("out").asString()).isEqualTo(out.toString());
        Said.to("validate", out).exits(Exit.YES);
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        var document = Small.file(folder, "plan.md", Small.DOCUMENT);

        Said.to("import", document, "--out", folder.resolve("a.yaml")).exits(Exit.YES);
        Said.to("import", document, "--out", folder.resolve("b.yaml")).exits(Exit.YES);

        assertThat(folder.resolve("a.yaml")).hasSameBinaryContentAs(folder.resolve("b.yaml"));
    }

    @Test
    void aDocumentThatIsNotThereIsNotFound() {
        Said.to("import", folder.resolve("none.md"), "--out", folder.resolve("x.yaml"))
                .refuses(Exit.NOT_FOUND, "none.md is not there");
        assertThat(folder.resolve("x.yaml")).doesNotExist();
    }

    @Test
    void aDocumentThatIsNotUtf8IsInvalidAndNothingIsWritten() throws IOException {
        var document = Files.write(folder.resolve("latin.md"), "# Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        Said.to("import", document, "--out", folder.resolve("x.yaml")).refuses(Exit.INVALID, "latin.md:1:6: ", "UTF-8");

        assertThat(folder.resolve("x.yaml")).doesNotExist();
    }

    @Test
    void aValidPlanIsCalledValid() throws IOException {
        var plan = Small.file(folder, "muster.yaml", Small.PLAN);

        assertThat(Said.to("validate", plan).exits(Exit.YES).out().strip()).isEqualTo(plan + ": a valid plan");
        var answer = Said.to("validate", plan, "--json").exits(Exit.YES).json("muster.validate/1");
        assertThat(answer.get("ok").asBoolean()).isTrue();
        assertThat(answer.get("problems")).isEmpty();
    }

    @Test
    void everyProblemOfAPlanHasItsPlace() throws IOException {
        var plan = Small.file(
                folder,
                "muster.yaml",
                Small.PLAN.replace("kind: human", "knd: human").replace("owners: [ann]", "owners: [bob]"));

        var answer = Said.to("validate", plan, "--json").exits(Exit.INVALID).json("muster.validate/1");

        var problems = answer.get("problems");
        assertThat(answer.get("ok").asBoolean()).isFalse();
        assertThat(problems.size()).isGreaterThanOrEqualTo(2);
        problems.forEach(problem -> {
            assertThat(problem.propertyNames()).containsExactly("file", "line", "column", "message", "hint");
            assertThat(problem.get("file").asString()).endsWith("muster.yaml");
        });
        assertThat(problems.valueStream().map(CommandsTest::place)).contains("4:26", "13:45");
    }

    private static String place(JsonNode problem) {
        return problem.get("line").asInt() + ":" + problem.get("column").asInt();
    }

    @Test
    void problemsForPeopleGoToStandardErrorWithTheirNumber() throws IOException {
        var plan = Small.file(folder, "muster.yaml", Small.PLAN.replace("owners: [ann]", "owners: [bob]"));

        Said.to("validate", plan).refuses(Exit.INVALID, "muster.yaml:13:45: ", "1 problem");
    }

    @Test
    void aPlanThatIsNotThereIsNotFound() {
        Said.to("validate", folder.resolve("none.yaml")).refuses(Exit.NOT_FOUND, "none.yaml");
        Said.to("audit", folder, "--plan", folder.resolve("none.yaml")).refuses(Exit.NOT_FOUND, "none.yaml");
        Said.to("audit", folder.resolve("nowhere")).refuses(Exit.NOT_FOUND, "nowhere");
    }

    @Test
    void withoutAJournalThereIsNothingToShow() {
        Said.to("status", "--workspace", folder).refuses(Exit.NOT_FOUND, "no journal at");
        Said.to("status", "--workspace", folder, "--json").refuses(Exit.NOT_FOUND, "no journal at");
        Said.to("log", "verify", "--workspace", folder).refuses(Exit.NOT_FOUND, "no journal at");
    }

    @Test
    void theStatusShowsEveryStepOfEveryRun() throws IOException {
        var workspace = Small.workspaceWithRun(folder);

        var said = Said.to("status", "--workspace", workspace).exits(Exit.YES);
        var json = Said.to("status", "--workspace", workspace, "--json")
                .exits(Exit.YES)
                .json("muster.status/1");

        assertThat(said.out()).contains("run small: ", "0 of 1 steps done", "Send it");
        assertThat(said.err()).isEmpty();
        var run = json.get("runs").get(0);
        assertThat(run.get("run").asString()).isEqualTo("small");
        assertThat(run.get("steps").get(0).get("id").asString()).isEqualTo("send");
    }

    @Test
    void aChainThatHoldsIsConfirmedWithItsHead() throws IOException {
        var workspace = Small.workspaceWithRun(folder);

        var said = Said.to("log", "verify", "--workspace", workspace).exits(Exit.YES);
        var json = Said.to("log", "verify", "--workspace", workspace, "--json")
                .exits(Exit.YES)
                .json("muster.log-verify/1");

        assertThat(json.get("holds").asBoolean()).isTrue();
        assertThat(said.out())
                .startsWith("the chain holds: ")
                .contains(json.get("head").asString());
    }

    @Test
    void aTamperedEntryBreaksTheChain() throws Exception {
        var workspace = Small.workspaceWithRun(folder);
        Small.tamper(workspace);

        var said = Said.to("log", "verify", "--workspace", workspace).exits(Exit.NO);
        var json = Said.to("log", "verify", "--workspace", workspace, "--json")
                .exits(Exit.NO)
                .json("muster.log-verify/1");

        assertThat(said.out()).startsWith("the chain is broken at entry 1: ");
        assertThat(json.get("holds").asBoolean()).isFalse();
        assertThat(json.get("entry").asLong()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoJournalIsUnavailable() throws IOException {
        Files.createDirectories(folder.resolve(".muster"));
        Small.file(folder, ".muster/muster.db", "not a database, though long enough to look like one ".repeat(40));

        Said.to("status", "--workspace", folder).refuses(Exit.UNAVAILABLE, "cannot read the journal");
        Said.to("log", "verify", "--workspace", folder).refuses(Exit.UNAVAILABLE, "cannot read the journal");
    }

    @Test
    void anAuditSaysNoWhileAFileIsMissingAndGoOnceItIsThere() throws IOException {
        Small.file(folder, "muster.yaml", Small.PLAN);
        Small.file(folder, "NOTES.md", "Everything is better.\n");

        var before =
                Said.to("audit", "--workspace", folder, "--json").exits(Exit.NO).report();
        Small.file(folder, "PACKING.md", "One parcel.\n");
        var after = Said.to("audit", "--workspace", folder, "--json")
                .exits(Exit.YES)
                .report();

        assertThat(before.get("decision").asString()).isEqualTo("NO-GO");
        assertThat(after.get("decision").asString()).isEqualTo("GO");
        assertThat(folder.resolve(".muster/report.json")).exists();
    }

    @Test
    void anAuditOfTheSameAtTheSameTimeGivesTheSameDecision() throws IOException {
        Small.file(folder, "muster.yaml", Small.PLAN);

        var once = Said.to("audit", "--workspace", folder, "--at", "2026-01-05T08:00:00Z")
                .exits(Exit.NO);
        var again = Said.to("audit", "--workspace", folder, "--at", "2026-01-05T08:00:00Z")
                .exits(Exit.NO);

        assertThat(once.out()).isEqualTo(again.out()).contains("NO-GO").contains("P0 A packing list");
        assertThat(once.err()).contains("P0 at once");
    }

    @Test
    void aWarehouseThatIsNotThereIsNotFound() {
        Said.to("warehouse", "inventory", "--workspace", folder).refuses(Exit.NOT_FOUND, "no warehouse at");
    }
}

package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import muster.audit.AuditFinding;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.wiring.Mutation.Result;
import muster.wiring.Mutation.Trial;
import muster.yaml.PlanReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MutationTest {
    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException {
        Files.writeString(folder.resolve("NOTES.md"), "Notes\n");
        Files.writeString(folder.resolve("build.sh"), "echo built\n");
        Files.writeString(folder.resolve("count.py"), "print(1)\n");
        Files.writeString(folder.resolve("count.sql"), "SELECT 1;\n");
    }

    @Test
    void checksOfFilesAndScriptsNoticeEveryChange() throws IOException {
        var trials = mutate(
                "{id: notes, title: n, probe: {file: NOTES.md}}",
                "{id: build, title: b, probe: {script: build.sh, language: shell}, level: parses}",
                "{id: python, title: p, probe: {script: count.py, language: python}, level: parses}",
                "{id: sql, title: s, probe: {script: count.sql, language: sql}, level: parses}");

        assertThat(trials.all())
                .hasSize(8)
                .allSatisfy(
                        trial -> assertThat(trial.result()).as(trial.change()).isEqualTo(Result.NOTICED));
        assertThat(trials.findings()).isEmpty();
    }

    @Test
    void aCheckThatPassesWhateverItAsksForCannotFail() throws IOException {
        var trials =
                mutate("{id: yes, title: y, probe: {command: [bash, -c, exit 0], prints: '.*|'}, level: tests-pass}");

        assertThat(trials.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("cannot-fail");
            assertThat(finding.place()).isEqualTo("yes");
        });
        assertThat(trials.findings()).extracting(AuditFinding::message).allMatch(text -> text.contains("asked for"));
    }

    @Test
    void whatDoesNotPassIsNotTried() throws IOException {
        var trials = mutate("{id: none, title: n, probe: {file: NONE.md}}");

        assertThat(trials.all()).extracting(Trial::result).containsOnly(Result.NOT_TRIED);
        assertThat(trials.findings()).isEmpty();
    }

    @Test
    void theWorkspaceItselfIsLeftAlone() throws IOException {
        mutate("{id: build, title: b, probe: {script: build.sh, language: shell}, level: parses}");

        assertThat(folder.resolve("build.sh")).content().isEqualTo("echo built\n");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    private Mutation.Trials mutate(String... expectations) throws IOException {
        var yaml = "muster: 1\nplan: {id: p, title: P, start: 2026-01-05T09:00:00Z}\nexpectations:\n  - "
                + String.join("\n  - ", expectations) + "\n";
        return new Mutation(new Workspace(folder), InstantSource.system(), Progress.SILENT).of(plan(yaml));
    }

    static Plan plan(String yaml) {
        return switch (PlanReader.read("p.yaml", yaml.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Ok<Plan>(var plan) -> plan;
            case Parsed.Failed<Plan>(var problems) -> throw new AssertionError(problems);
        };
    }
}

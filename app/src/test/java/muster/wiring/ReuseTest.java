package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import muster.audit.Readiness;
import muster.audit.Verdict;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.policy.Policy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Audits of a small workspace, one after the other.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReuseTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final String PLAN = """
        muster: 1
        plan: {id: small, title: A small plan, start: "2026-01-05T09:00:00Z"}
        expectations:
          - {id: notes, title: Notes, probe: {file: NOTES.md}}
          - {id: build, title: A build script, probe: {script: build.sh, language: shell}, level: parses}
          - {id: list, title: A packing list, probe: {file: LIST.md}}
        """;

    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException {
        write("muster.yaml", PLAN);
        write("NOTES.md", "Notes\n");
        write("build.sh", "echo built\n");
    }

    @Test
    void whatPassedAndHasNotChangedIsNotProbedAgain() throws Exception {
        audit(START, Reprobe.CHANGED);

        var again = audit(START.plusSeconds(60), Reprobe.CHANGED);

        assertThat(again.report().extent().reused()).isEqualTo(2);
        assertThat(again.lines()).anyMatch(line -> line.contains("2 of 3 expectations rest on earlier audits"));
    }

    @Test
    void whatFailedIsProbedAgain() throws Exception {
        audit(START, Reprobe.CHANGED);
        write("LIST.md", "One\n");

        var again = audit(START.plusSeconds(60), Reprobe.CHANGED);

        assertThat(again.report().decision().verdict()).isEqualTo(Verdict.GO);
        assertThat(again.report().extent().reused()).isEqualTo(2);
    }

    @Test
    void aScriptIsProbedAgainWhenTheListingOfTablesHasChanged() throws Exception {
        audit(START, Reprobe.CHANGED);
        write("columns.csv", "table_name,column_name\norders,id\n");

        var again = audit(START.plusSeconds(60), Reprobe.CHANGED);

        assertThat(again.report().extent().reused()).isEqualTo(1);
    }

    @Test
    void aChangedInputIsProbedAgain() throws Exception {
        audit(START, Reprobe.CHANGED);
        write("build.sh", "if broken\n");

        var again = audit(START.plusSeconds(60), Reprobe.CHANGED);

        assertThat(readiness(again, "build")).isEqualTo(Readiness.BLOCKED);
        assertThat(again.report().extent().reused()).isEqualTo(1);
    }

    @Test
    void aChangeOfTheSameSizeAndTimeIsSeenWhileTheTimeIsFresh() throws Exception {
        write("build.sh", "echo built");
        var modified = Files.getLastModifiedTime(folder.resolve("build.sh"));
        audit(START, Reprobe.CHANGED);
        audit(START.plusSeconds(30), Reprobe.CHANGED);
        write("build.sh", "if  broken");
        Files.setLastModifiedTime(folder.resolve("build.sh"), modified);

        assertThat(readiness(audit(START.plusSeconds(60), Reprobe.CHANGED), "build"))
                .isEqualTo(Readiness.BLOCKED);
    }

    @Test
    void anUnchangedFileCostsNoReading() throws Exception {
        Files.setLastModifiedTime(
                folder.resolve("NOTES.md"), FileTime.from(Instant.now().minusSeconds(3600)));
        var digests = new DigestCache(folder.toRealPath(), folder.resolve(".muster/digests.tsv"));
        var first = digests.digest("NOTES.md");
        digests.save();
        var later = new DigestCache(folder.toRealPath(), folder.resolve(".muster/digests.tsv"));

        assertThat(later.digest("NOTES.md")).isEqualTo(first);
        assertThat(Files.readString(folder.resolve(".muster/digests.tsv"))).contains("NOTES.md");
        assertThat(later.digest("../outside")).isNull();
        assertThat(later.digest("none")).isNull();
    }

    @Test
    void aRemovedInputIsProbedAgain() throws Exception {
        audit(START, Reprobe.CHANGED);
        Files.delete(folder.resolve("NOTES.md"));

        assertThat(readiness(audit(START.plusSeconds(60), Reprobe.CHANGED), "notes"))
                .isEqualTo(Readiness.MISSING);
    }

    @Test
    void whatHasExpiredIsProbedAgain() throws Exception {
        audit(START, Reprobe.CHANGED);

        var again = audit(START.plus(Duration.ofHours(24)), Reprobe.CHANGED);

        assertThat(again.report().extent().reused()).isZero();
    }

    @Test
    void anotherCheckOfTheSameExpectationIsProbed() throws Exception {
        audit(START, Reprobe.CHANGED);
        write("muster.yaml", PLAN.replace("file: NOTES.md", "file: build.sh"));

        assertThat(audit(START.plusSeconds(60), Reprobe.CHANGED)
                        .report()
                        .extent()
                        .reused())
                .isEqualTo(1);
    }

    @Test
    void theStateOfAMachineIsLookedAtByEveryAudit() throws Exception {
        write("muster.yaml", PLAN + "  - {id: room, title: Room, probe: {disk-space: /, free: {at-least: 1}}}\n");
        audit(START, Reprobe.CHANGED);

        var again = audit(START.plusSeconds(60), Reprobe.CHANGED);

        assertThat(readiness(again, "room")).isEqualTo(Readiness.READY);
        assertThat(again.report().extent().reused()).isEqualTo(2);
    }

    @Test
    void allIsProbedIfAskedFor() throws Exception {
        audit(START, Reprobe.CHANGED);

        assertThat(audit(START.plusSeconds(60), Reprobe.ALL).report().extent().reused())
                .isZero();
    }

    private static Readiness readiness(Audit.Finished finished, String id) {
        return finished.report().assessments().stream()
                .filter(each -> each.expectation().id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .readiness();
    }

    private Audit.Finished audit(Instant at, Reprobe reprobe) throws IOException, InterruptedException {
        var manner = new Audit.Manner(Policy.standard(), reprobe, null, null);
        return new Audit(new Workspace(folder), Progress.SILENT).of(plan(), InstantSource.fixed(at), manner);
    }

    private Plan plan() throws IOException {
        return switch (Documents.plan(folder.resolve("muster.yaml"))) {
            case Parsed.Ok<Plan>(var plan) -> plan;
            case Parsed.Failed<Plan>(var problems) -> throw new AssertionError(List.copyOf(problems));
        };
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }
}

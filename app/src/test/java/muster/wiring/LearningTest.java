package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import muster.audit.Verdict;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LearningTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-05T09:00:00Z"));

    /// Put together here so that no scanner takes this file for a leak.
    private static final String SECRET = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException {
        write("NOTES.md", "Notes\n");
        write("bin/build.sh", "echo built\n");
        write("bin/broken.py", "def broken(:\n");
        write("empty.txt", "");
    }

    @Test
    void whatIsThereIsExpectedAtTheLevelItReaches() throws Exception {
        var plan = learn().plan();

        assertThat(expectation(plan, "script:bin-build.sh").level()).isEqualTo(AssuranceLevel.REFERENCES_RESOLVE);
        assertThat(expectation(plan, "script:bin-broken.py").level()).isEqualTo(AssuranceLevel.EXISTS);
        assertThat(expectation(plan, "file:notes.md").level()).isEqualTo(AssuranceLevel.EXISTS);
        assertThat(plan.expectations())
                .noneMatch(each -> each.id().value().equals("file:empty.txt"))
                .anyMatch(each -> each.id().value().equals("tool:bash"));
    }

    @Test
    void aNameThatHoldsASecretIsNotWrittenDown() throws Exception {
        write("backup/token=" + SECRET + ".txt", "x\n");
        write("keys/" + SECRET, "x\n");
        write("secret_plans.md", "x\n");

        var learnt = learn();

        assertThat(learnt.yaml())
                .doesNotContain(SECRET)
                .contains("secret_plans.md")
                .contains("2 files or packages are left out");
        assertThat(Learning.difference(learnt.plan(), learn().plan()).isNone()).isTrue();
    }

    @Test
    void twoRunsGiveTheSameText() throws Exception {
        assertThat(learn().yaml()).isEqualTo(learn().yaml());
    }

    @Test
    void theDifferenceNamesWhatCameWhatWentAndWhatChanged() throws Exception {
        var before = learn().plan();
        Files.delete(folder.resolve("NOTES.md"));
        write("bin/broken.py", "print(1)\n");
        write("NEW.md", "New\n");

        var difference = Learning.difference(before, learn().plan());

        assertThat(difference.added())
                .singleElement()
                .satisfies(each -> assertThat(each).startsWith("file:new.md: "));
        assertThat(difference.removed())
                .singleElement()
                .satisfies(each -> assertThat(each).startsWith("file:notes.md: "));
        assertThat(difference.changed())
                .singleElement()
                .satisfies(each ->
                        assertThat(each).startsWith("script:bin-broken.py: ").endsWith("REFERENCES_RESOLVE"));
    }

    @Test
    void whatWasLearntCanBeReadAndHoldsButForWhatIsBroken() throws Exception {
        Files.delete(folder.resolve("bin/broken.py"));
        var plan = MutationTest.plan(learn().yaml());

        var report = new Audit(new Workspace(folder), Progress.SILENT)
                .of(plan, CLOCK)
                .report();

        assertThat(report.decision().verdict()).isEqualTo(Verdict.GO);
    }

    private static Expectation expectation(Plan plan, String id) {
        return plan.expectations().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Learning.Learnt learn() throws IOException, InterruptedException {
        return new Learning(new Workspace(folder), CLOCK, java.util.List.of("bash")).learn();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }
}

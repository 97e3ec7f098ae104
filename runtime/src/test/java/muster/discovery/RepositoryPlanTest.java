package muster.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Need;
import muster.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryPlanTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path root;

    @Test
    void everythingMadeToBeRunIsExpectedToWork() throws IOException {
        put("scripts/load.sh", "echo");
        put("bin/start", "#!/usr/bin/env python3\nprint()\n");
        put("tools/report.py", "if __name__ == '__main__':\n    pass\n");
        put(".github/workflows/ci.yml", "on: push\n");
        put("Dockerfile.merge", "FROM scratch\n");
        put("cloudbuild-merge.yaml", "steps: []\n");
        put("queries/a.sql", "SELECT 1");

        var required = plan().expectations().stream()
                .filter(each -> each.need() == Need.REQUIRED)
                .map(each -> each.probe().target());

        assertThat(required)
                .containsExactlyInAnyOrder(
                        "scripts/load.sh",
                        "bin/start",
                        "tools/report.py",
                        ".github/workflows/ci.yml",
                        "Dockerfile.merge",
                        "cloudbuild-merge.yaml",
                        "queries/a.sql");
    }

    @Test
    void modulesAndMaterialOfTestsMustOnlyParse() throws IOException {
        put("library/words.py", "def words(): pass\n");
        put("library/Dockerfile.java", "class Dockerfile {}");
        put("tests/fixtures/broken.sh", "if");

        assertThat(plan().expectations())
                .extracting(Expectation::need, Expectation::level)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(Need.OPTIONAL, AssuranceLevel.PARSES));
    }

    @Test
    void whatIsNoScriptIsNotExpected() throws IOException {
        put("LICENSE", "Free.");
        put("logo.png", "\u0000");
        put("README.md", "# Words");
        put("package/__init__.py", "");

        assertThat(plan().expectations()).isEmpty();
    }

    @Test
    void namesThatDifferOnlyInSignsHaveDifferentIds() throws IOException {
        put("a b.sh", "");
        put("a-b.sh", "");
        put("A-b.sh", "");
        put("\u202etxt.sh", "");

        assertThat(plan().expectations().stream()
                        .map(Expectation::id)
                        .distinct()
                        .map(ExpectationId::value))
                .hasSize(4)
                .contains("script:a-b.sh");
    }

    @Test
    void theSameFilesGiveTheSamePlan() throws IOException {
        for (var name : List.of("z.sh", "a.sh", "m/n.sh")) {
            put(name, "echo");
        }

        assertThat(plan()).isEqualTo(plan());
        assertThat(plan().expectations())
                .extracting(each -> each.probe().target())
                .containsExactly("a.sh", "m/n.sh", "z.sh");
    }

    private Plan plan() {
        return RepositoryPlan.of(root, START);
    }

    private void put(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

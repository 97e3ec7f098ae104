package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import muster.audit.AuditFinding;
import muster.observation.Ground;
import muster.plan.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFindingsTest {
    @TempDir
    Path folder;

    @Test
    void aFolderThatIsListedWholeHasNoFinding() throws IOException {
        assertThat(findings(List.of("a.txt", "node_modules/b.js", "deleted.txt")))
                .isEmpty();
    }

    @Test
    void aTrackedFileThatTheListLacksIsFound() throws IOException {
        var deep = "d/".repeat(110) + "x.txt";
        Files.createDirectories(folder.resolve(deep).getParent());
        Files.writeString(folder.resolve(deep), "x");

        assertThat(findings(List.of("a.txt", deep)))
                .extracting(AuditFinding::code, AuditFinding::severity)
                .containsExactly(tuple("listing-incomplete", Severity.P1), tuple("unread-folder", Severity.P2));
    }

    @Test
    void linksThatLeadOutAreListedAndManyAreCounted() throws IOException {
        for (int i = 0; i < 25; i++) {
            Files.createSymbolicLink(folder.resolve("l" + i), Path.of("/no/such/place"));
        }

        assertThat(findings(List.of()))
                .hasSize(21)
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("link-leads-out"))
                .last()
                .satisfies(last -> assertThat(last.message()).endsWith("5 more"));
    }

    private List<AuditFinding> findings(List<String> tracked) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.createDirectories(folder.resolve("node_modules"));
        Files.writeString(folder.resolve("node_modules/b.js"), "b");
        return new FolderFindings(new Ground(folder.toRealPath()), new TreeSet<>(tracked)).all();
    }
}

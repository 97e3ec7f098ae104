package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `audit --advisories`, on a folder that asks for two packages.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class AdvisoriesOptionTest {
    @TempDir
    Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(project.resolve("requirements.txt"), "# asked for\nthing==1.2\nother>=2\n");
    }

    @Test
    void aKnownVulnerabilityIsAFindingWithItsPlaceAndRemedy() throws IOException {
        var said = audit("HIGH");

        var findings = said.json("muster.report/2").get("findings");
        assertThat(findings.findValuesAsString("code")).containsExactly("vulnerable-package", "unlocked-packages");
        assertThat(findings.get(0).get("severity").asString()).isEqualTo("P1");
        assertThat(findings.get(0).get("message").asString())
                .isEqualTo("thing 1.2 has GHSA-1 (CVE-2024-1): reads past the end; fixed in 1.3");
        assertThat(findings.get(0).get("place").asString()).isEqualTo("requirements.txt:2");
        assertThat(findings.get(1).get("message").asString()).contains("1 of 2 packages");
    }

    @Test
    void itsWeightIsThatOfItsSource() throws IOException {
        assertThat(audit("LOW")
                        .json("muster.report/2")
                        .get("findings")
                        .get(0)
                        .get("severity")
                        .asString())
                .isEqualTo("P3");
        assertThat(audit("")
                        .json("muster.report/2")
                        .get("findings")
                        .get(0)
                        .get("severity")
                        .asString())
                .isEqualTo("P2");
    }

    @Test
    void withoutRecordsNothingIsSaidOfPackages() {
        var said = Said.to("audit", project.toString(), "--json");

        assertThat(said.json("muster.report/2").get("findings")).isEmpty();
    }

    @Test
    void recordsThatCannotBeReadStopTheAudit() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.json"), "{");

        var said = Said.to("audit", project.toString(), "--advisories", broken.toString());

        said.exits(Exit.INVALID);
        assertThat(said.err()).contains("broken.json:1:2: not JSON").doesNotContain("at muster.");
    }

    private Said audit(String severity) throws IOException {
        var records = Files.writeString(folder.resolve("records.json"), """
            {"id": "GHSA-1", "aliases": ["CVE-2024-1"], "summary": "reads past the end",
             "database_specific": {"severity": "%s"},
             "affected": [{"package": {"ecosystem": "PyPI", "name": "thing"},
               "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.3"}]}]}]}
            """.formatted(severity));
        return Said.to("audit", project.toString(), "--advisories", records.toString(), "--json");
    }
}

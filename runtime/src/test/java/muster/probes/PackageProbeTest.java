package muster.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import muster.plan.Probe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageProbeTest {

    @TempDir
    private Path folder;

    private Yard yard = Yard.in(Path.of("."));

    @BeforeEach
    void aYard() throws IOException {
        yard = Yard.in(folder.toRealPath());
    }

    private Evidence npm(String range) {
        return yard.probe(new Probe.Dependency("npm", "left", range), AssuranceLevel.EXISTS)
                .getFirst();
    }

    private static List<String> findings(Evidence evidence) {
        return evidence.findings().stream()
                .map(finding -> finding.weight() + " " + finding.code() + " " + finding.place())
                .toList();
    }

    @Test
    void versionsThatAgreeEverywherePass() {
        yard.put("node_modules/left/package.json", "{\"version\": \"1.2.3\"}")
                .put("package.json", "{\"dependencies\": {\"left\": \"^1.2\"}}")
                .put("package-lock.json", "{\"packages\": {\"node_modules/left\": {\"version\": \"1.2.3\"}}}")
                .put("Dockerfile", "FROM node\nRUN npm install left@1.2.3\n");

        var evidence = npm("^1");

        assertThat(evidence.result()).isEqualTo(ProbeResult.PASS);
        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.attributes())
                .containsEntry("version-required", "^1")
                .containsEntry("version-declared", "^1.2")
                .containsEntry("version-locked", "1.2.3")
                .containsEntry("version-installed", "1.2.3")
                .containsEntry("version-container", "1.2.3");
        assertThat(evidence.inputs()).hasSize(3);
    }

    @Test
    void versionsThatHaveDriftedApartFailAndEachPlaceIsNamed() {
        yard.put("node_modules/left/package.json", "{\"version\": \"1.1.0\"}")
                .put("package.json", "{\"dependencies\":\n{\"left\": \"^1.2\"}}")
                .put("package-lock.json", "{\"packages\": {\n\"node_modules/left\": {\"version\": \"2.0.0\"}}}")
                .put("Dockerfile", "FROM node\nRUN npm install left@3.0.0\n");

        var evidence = npm("^1");

        assertThat(evidence.result()).isEqualTo(ProbeResult.FAIL);
        assertThat(findings(evidence))
                .containsExactlyInAnyOrder(
                        "DEFECT locked-outside-range package-lock.json:2",
                        "DEFECT installed-outside-declared package.json:2",
                        "DEFECT locked-outside-declared package.json:2",
                        "DEFECT container-outside-range Dockerfile:2");
    }

    @Test
    void whatNothingHoldsFastIsARemark() {
        yard.put("node_modules/left/package.json", "{\"version\": \"1.2.3\"}")
                .put("package.json", "{\"dependencies\": {\"left\": \"^1.2\"}}");

        var evidence = npm("");

        assertThat(evidence.result()).isEqualTo(ProbeResult.PASS);
        assertThat(findings(evidence)).containsExactly("REMARK unpinned-package package.json:1");
    }

    @Test
    void debianPackagesAreComparedInTheirOwnOrder() {
        var dpkg = new Probe.Dependency("apt", "dpkg", ">= 1.18~");
        var never = new Probe.Dependency("apt", "dpkg", ">> 99:1");
        var python = new Probe.Dependency("apt", "dpkg", ">1");

        assertThat(yard.probe(dpkg, AssuranceLevel.EXISTS).getFirst().result()).isEqualTo(ProbeResult.PASS);
        assertThat(yard.probe(never, AssuranceLevel.EXISTS).getFirst().result()).isEqualTo(ProbeResult.FAIL);
        assertThat(yard.probe(python, AssuranceLevel.EXISTS).getFirst().result())
                .isEqualTo(ProbeResult.INCONCLUSIVE);
    }

    @Test
    void aNameThatLeadsElsewhereIsNoName() {
        for (var ecosystem : List.of("npm", "maven", "cargo", "apt")) {
            var probe = new Probe.Dependency(ecosystem, "../../etc:passwd", "");
            assertThat(yard.probe(probe, AssuranceLevel.EXISTS).getFirst().result())
                    .isEqualTo(ProbeResult.ERROR);
        }
    }
}

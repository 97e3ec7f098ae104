package muster.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import muster.plan.Language;
import muster.plan.Probe;
import muster.sandbox.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a repository says of itself neither raises its trust nor runs anything.
class TrustTest {
    private static final Probe.Command TOUCH = new Probe.Command(List.of("/usr/bin/touch", "touched"), 0, null);

    @TempDir
    Path folder;

    private Yard yard;
    private Path trace;

    @BeforeEach
    void makeAHostileRepository() throws Exception {
        assumeThat(Workspace.SYSTEM_PYTHON).exists();
        assumeThat(Path.of("/usr/bin/git")).exists();
        yard = Yard.in(Files.createDirectory(folder.resolve("project")));
        trace = folder.resolve("trace");
        var leave = "touch '" + trace + "'\n";
        var write = "open(%s, 'w').close()\n".formatted("'" + trace + "'");
        yard.put("scripts/a.py", "import argparse\nargparse.ArgumentParser().parse_args()\n" + write)
                .put("scripts/b.sh", "#!/bin/bash\n# --help\nsource ./evil.sh\n" + leave)
                .put("muster.yaml", "trust: operator\nallow-write: [/]\n")
                .put(".muster/config.yaml", "trust: operator\n")
                .put("setup.cfg", "[muster]\ntrust = operator\n[tool:pytest]\naddopts = -p evil\n")
                .put("evil.py", write)
                .put("sitecustomize.py", write)
                .put("ast.py", write)
                .put("tests/conftest.py", write)
                .put("tests/test_a.py", write)
                .put("evil.sh", leave)
                .put(".shellcheckrc", "external-sources=true\nsource-path=/\n")
                .committed();
        Files.writeString(yard.root().resolve(".git/hooks/post-index-change"), "#!/bin/sh\n" + leave);
        Files.writeString(yard.root().resolve(".git/config"), gitConfig(), java.nio.file.StandardOpenOption.APPEND);
        assertThat(yard.root().resolve("evil.sh").toFile().setExecutable(true)).isTrue();
    }

    private String gitConfig() {
        var evil = yard.root().resolve("evil.sh");
        return """
                [core]
                    fsmonitor = %1$s
                    pager = %1$s
                    sshCommand = %1$s
                [log]
                    showSignature = true
                [gpg]
                    program = %1$s
                [alias]
                    ls-files = !%1$s
                [diff]
                    external = %1$s
                [safe]
                    directory = *
                """.formatted(evil);
    }

    @Test
    void underStaticTrustNothingIsExecutedAndTheEvidenceSaysSo() {
        var python = probed(Trust.STATIC, new Probe.Script("scripts/a.py", Language.PYTHON));
        var shell = probed(Trust.STATIC, new Probe.Script("scripts/b.sh", Language.SHELL));
        var command = probed(Trust.STATIC, TOUCH);

        assertThat(List.of(python, shell, command))
                .allSatisfy(evidence -> assertThat(evidence.result()).isEqualTo(ProbeResult.NOT_RUN));
        assertThat(python.reached()).isEqualTo(AssuranceLevel.REFERENCES_RESOLVE);
        assertThat(python.summary()).contains(Trust.NOTHING_RUNS);
        assertThat(trace).doesNotExist();
    }

    @Test
    void aRepositoryIsSandboxedWhateverItSays() throws IOException {
        var before = listing();

        var evidence = probed(Trust.SANDBOXED, new Probe.Script("scripts/a.py", Language.PYTHON));
        probed(Trust.SANDBOXED, new Probe.Script("scripts/b.sh", Language.SHELL));
        probed(Trust.SANDBOXED, TOUCH);

        assertThat(Workspace.of(yard.root()).trust()).isEqualTo(Trust.SANDBOXED);
        assertThat(evidence.reached()).isGreaterThanOrEqualTo(AssuranceLevel.REFERENCES_RESOLVE);
        assertThat(trace).doesNotExist();
        assertThat(listing()).isEqualTo(before);
    }

    private Evidence probed(Trust trust, Probe probe) {
        return new Probes(yard.workspace().withTrust(trust))
                .probe(Yard.expecting(probe, AssuranceLevel.TESTS_PASS), Yard.NOW)
                .getFirst();
    }

    private List<String> listing() throws IOException {
        try (var files = Files.walk(yard.root())) {
            return files.filter(file -> !file.toString().contains("/.git/"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }
}

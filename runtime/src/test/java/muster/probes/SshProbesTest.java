package muster.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.Address;
import muster.plan.Expectation;
import muster.plan.Parsed;
import muster.sandbox.Trust;
import muster.targets.Routes;
import muster.targets.Sshd;
import muster.yaml.ChecksReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SshProbesTest {
    private static final Instant NOW = Instant.parse("2025-11-24T12:00:00Z");

    /// A thousand are measured by a benchmark.
    private static final int MANY = 200;

    @TempDir
    private Path keys;

    @TempDir
    private Path folder;

    private Sshd server;

    @BeforeEach
    void begin() throws Exception {
        server = Sshd.start(keys);
    }

    @AfterEach
    void end() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void evidenceSaysOnWhichMachineItWasSeen() throws Exception {
        try (var probes = probes(Trust.OPERATOR)) {
            var seen = probe(probes, "{command: [printf, '%s', \"it's $HOME\"], stdout: [{equals: \"it's $HOME\"}]}");

            assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
            assertThat(seen.host()).isEqualTo(server.address().toString());
            assertThat(seen.attributes()).containsEntry("target", "there");
            assertThat(seen.inputs()).isEmpty();
        }
    }

    @Test
    void secretsThatAMachinePrintsAreNotRecorded() throws Exception {
        try (var probes = probes(Trust.OPERATOR)) {
            var seen = probe(probes, "{shell: \"echo password=hunter2-hunter2; echo token=abcdef123456 >&2; exit 1\"}");

            assertThat(seen.toString()).doesNotContain("hunter2").doesNotContain("abcdef123456");
        }
    }

    @Test
    void aCommandThatDoesNotEndIsKilledThereAndUnmet() throws Exception {
        try (var probes = probes(Trust.OPERATOR)) {
            var pid = folder.resolve("pid");
            var slow = probe(probes, "{shell: \"echo $$ > " + pid + "; exec sleep 300\"}", "1s");

            assertThat(slow.result()).isEqualTo(ProbeResult.FAIL);
            assertThat(slow.summary()).contains("ran longer than");
            var there = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
            there.ifPresent(one -> one.onExit().join());
            assertThat(probe(probes, "{file-state: /etc/passwd}").result()).isEqualTo(ProbeResult.PASS);
        }
    }

    @Test
    void aMachineWithAnotherKeyIsNotLookedAt() throws Exception {
        server.know("other");
        try (var probes = probes(Trust.OPERATOR)) {
            var seen = probe(probes, "{file-absent: /no/such}");

            assertThat(seen.result()).isEqualTo(ProbeResult.INCONCLUSIVE);
            assertThat(seen.summary()).contains("its key is not the one that is known of it");
        }
    }

    @Test
    void aMachineThatNobodyKnowsIsNotLookedAt() throws Exception {
        Files.writeString(keys.resolve("known"), "");
        try (var probes = probes(Trust.OPERATOR)) {
            var seen = probe(probes, "{file-absent: /no/such}");

            assertThat(seen.result()).isEqualTo(ProbeResult.INCONCLUSIVE);
            assertThat(seen.summary()).contains("Host key verification failed");
            assertThat(Files.readString(keys.resolve("known"))).isEmpty();
        }
    }

    @Test
    void whoMayNotLogInLearnsNothing() throws Exception {
        Files.writeString(keys.resolve("authorized"), "");
        try (var probes = probes(Trust.OPERATOR)) {
            var seen = probe(probes, "{file-absent: /no/such}");

            assertThat(seen.result()).isEqualTo(ProbeResult.INCONCLUSIVE);
            assertThat(seen.summary()).contains("Permission denied");
        }
    }

    @Test
    void aMachineThatRefusesIsAskedOnceAndUnknown() throws Exception {
        server.close();
        try (var probes = probes(Trust.OPERATOR)) {
            var seen = probe(probes, "{file-absent: /no/such}");
            var again = probe(probes, "{command: [\"true\"]}");

            assertThat(List.of(seen, again)).extracting(Evidence::result).containsOnly(ProbeResult.INCONCLUSIVE);
            assertThat(List.of(seen, again))
                    .extracting(Evidence::summary)
                    .allMatch(why -> why.contains("Connection refused"));
        }
    }

    @Test
    void aMachineThatComesBackIsSeenByTheNextTry() throws Exception {
        server.close();
        var pauses = new int[1];
        Tries.Pause untilItIsThere = _ -> {
            try {
                if (pauses[0]++ == 1) {
                    server.begin();
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
        try (var probes = new Probes(workspace(Trust.OPERATOR), new muster.sandbox.Launcher(2), untilItIsThere)) {
            var seen = probes.probe(
                            read("{probe: {file-state: /etc/passwd}, target: there, probing: {retries: 5}}")
                                    .getFirst(),
                            NOW)
                    .getFirst();

            assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
            assertThat(seen.attributes()).containsEntry("tries", "3");
        }
    }

    @Test
    void aConnectionThatBreaksLeavesItsCheckUnknownAndTheNextConnectsAgain() throws Exception {
        var told = pipe("told");
        var ends = pipe("ends");
        try (var probes = probes(Trust.OPERATOR);
                var caller = Executors.newVirtualThreadPerTaskExecutor();
                var begun = new RandomAccessFile(told.toFile(), "rw");
                var end = new RandomAccessFile(ends.toFile(), "rw")) {
            var cut = caller.submit(
                    () -> probe(probes, "{shell: \"echo begun > " + told + "; read line < " + ends + "\"}"));
            begun.readLine();

            server.cut();

            assertThat(cut.get().result()).isEqualTo(ProbeResult.INCONCLUSIVE);
            assertThat(probe(probes, "{file-state: /etc/passwd}").result()).isEqualTo(ProbeResult.PASS);
            end.write("end\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void manyChecksShareOneConnection() throws Exception {
        var text = IntStream.range(0, MANY)
                .mapToObj(i -> i % 20 == 0 ? "{file-state: /no/such/" + i + "}" : "{file-state: /etc/passwd}")
                .map(probe -> "  - {probe: " + probe + ", target: there}\n")
                .collect(Collectors.joining("", "checks:\n", targets()));
        var most = new long[1];
        var results = new java.util.ArrayList<ProbeResult>();

        new Checks(workspace(Trust.SANDBOXED).reachingBy(routes().to(server.address())), NOW).run(parsed(text), one -> {
            results.add(one.result());
            most[0] = Math.max(most[0], server.connections());
        });

        assertThat(results).hasSize(MANY);
        assertThat(results.stream().filter(one -> one == ProbeResult.FAIL)).hasSize(MANY / 20);
        assertThat(results.stream().filter(one -> one == ProbeResult.PASS)).hasSize(MANY - MANY / 20);
        assertThat(most[0]).isEqualTo(1);
    }

    @Test
    void aPlanAloneConnectsToNothing() throws Exception {
        try (var probes = probes(Trust.SANDBOXED)) {
            var seen = probe(probes, "{file-state: /etc/passwd}");

            assertThat(seen.result()).isEqualTo(ProbeResult.NOT_RUN);
            assertThat(seen.summary()).contains("only a plan names");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void theOperatorsTargetIsLookedAtUnderAnyTrustButRunsNothing() throws Exception {
        var workspace = workspace(Trust.STATIC).reachingBy(routes().to(server.address()));
        try (var probes = new Probes(workspace)) {
            assertThat(probe(probes, "{file-state: /etc/passwd}").result()).isEqualTo(ProbeResult.PASS);
            assertThat(probe(probes, "{command: [\"true\"]}").result()).isEqualTo(ProbeResult.NOT_RUN);
        }
    }

    private Path pipe(String name) throws Exception {
        var pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private Evidence probe(Probes probes, String probe) {
        return probe(probes, probe, "20s");
    }

    private Evidence probe(Probes probes, String probe, String limit) {
        var check = read("{probe: " + probe + ", target: there, probing: {timeout: " + limit + "}}")
                .getFirst();
        return probes.probe(check, NOW).getFirst();
    }

    private List<Expectation> read(String check) {
        return parsed("checks:\n  - " + check + "\n" + targets());
    }

    private String targets() {
        return "targets: [{id: there, address: \"" + server.address() + "\"}]\n";
    }

    private static List<Expectation> parsed(String text) {
        return switch (ChecksReader.read("c", text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Ok<List<Expectation>>(var checks) -> checks;
            case Parsed.Failed<List<Expectation>>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private Probes probes(Trust trust) throws Exception {
        return new Probes(workspace(trust));
    }

    private Workspace workspace(Trust trust) throws Exception {
        return Workspace.of(folder).withTrust(trust).reachingBy(routes());
    }

    private Routes routes() throws Exception {
        return new Routes(Set.<Address>of(), server.settings(), "docker");
    }
}

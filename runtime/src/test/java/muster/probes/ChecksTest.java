package muster.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.audit.ProbeResult;
import muster.plan.Expectation;
import muster.plan.Parsed;
import muster.sandbox.Trust;
import muster.yaml.ChecksReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    private static final int MANY = 20_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void aFile() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "port = 80\n");
    }

    @Test
    void outcomesComeInTheOrderOfTheList() throws Exception {
        var all = run(Trust.OPERATOR, """
                checks:
                  - probe: {shell: "sleep 0.2; echo slow", stdout: [{contains: slow}]}
                  - probe: {file-state: a.txt, contents: [{contains: port}]}
                  - probe: {file-state: b.txt}
                  - probe: {command: [sh, -c, "exit 3"], exit: 3}
                  - {level: scratch-round-trip, probe: {file-state: a.txt}}
                """);

        assertThat(all)
                .extracting(Checked::result)
                .containsExactly(
                        ProbeResult.PASS, ProbeResult.PASS, ProbeResult.FAIL, ProbeResult.PASS, ProbeResult.PASS);
        assertThat(all).extracting(Checked::isMet).containsExactly(true, true, false, true, false);
    }

    @Test
    void underStaticTrustNoCommandIsRun() throws Exception {
        var all = run(Trust.STATIC, "checks: [{probe: {shell: \"touch made\"}}]\n");

        assertThat(all.getFirst().result()).isEqualTo(ProbeResult.NOT_RUN);
        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    void theOperatorsCommandsSeeTheWorkspaceItself() throws Exception {
        run(Trust.OPERATOR, "checks: [{probe: {shell: \"touch made\"}}]\n");

        assertThat(folder.resolve("made")).exists();
    }

    @Test
    void aSecretInAnOutcomeIsTakenOut() throws Exception {
        var all = run(
                Trust.OPERATOR,
                "checks: [{probe: {shell: \"echo password=hunter2hunter2\", stdout: [{contains: none}]}}]\n");

        assertThat(all.toString().replaceAll("check=.*?kind=", "")).doesNotContain("hunter2");
    }

    /// What is done for one check must not depend on how many there are: then memory for twice as many checks, of
    /// which only the list itself may be kept, is no more than twice as much.
    @Test
    void aListOfTwiceTheLengthTakesTwiceTheWorkAndNoMore() throws Exception {
        var half = read(list(MANY / 2));
        var whole = read(list(MANY));
        run(half.subList(0, 1_000));

        long first = allocated(half);
        long second = allocated(whole);

        assertThat(second).isBetween(first, first * 5 / 2);
    }

    private long allocated(List<Expectation> checks) throws InterruptedException {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getTotalThreadAllocatedBytes();
        int[] met = {0};
        new Checks(Workspace.of(folder), java.time.Instant.EPOCH).run(checks, one -> met[0] += one.isMet() ? 1 : 0);
        assertThat(met[0]).isEqualTo(checks.size());
        return threads.getTotalThreadAllocatedBytes() - before;
    }

    private static String list(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  - {id: c" + i + ", probe: {file-state: a.txt, contents: [{contains: port}]}}\n")
                .collect(Collectors.joining("", "checks:\n", ""));
    }

    private List<Checked> run(Trust trust, String text) throws InterruptedException {
        var all = new ArrayList<Checked>();
        new Checks(Workspace.of(folder).withTrust(trust), java.time.Instant.EPOCH).run(read(text), all::add);
        return all;
    }

    private void run(List<Expectation> checks) throws InterruptedException {
        new Checks(Workspace.of(folder), java.time.Instant.EPOCH).run(checks, _ -> {});
    }

    private static List<Expectation> read(String text) {
        return switch (ChecksReader.read("c", text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Ok<List<Expectation>>(var checks) -> checks;
            case Parsed.Failed<List<Expectation>>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}

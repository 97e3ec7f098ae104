package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import muster.plan.Parsed;
import muster.sandbox.Trust;
import muster.wiring.ChecksAudit.Asked;
import muster.wiring.ChecksAudit.Counted;
import muster.wiring.ChecksAudit.Form;
import muster.wiring.ChecksAudit.Reuse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChecksAuditTest {
    @TempDir
    private Path folder;

    private Path list;

    private String kept = "";

    /// An hour on, so that the stamps of files just written count as settled.
    private final InstantSource later = InstantSource.fixed(Instant.now().plus(Duration.ofHours(1)));

    @BeforeEach
    void aListAndAFile() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "port = 80\n");
        list = Files.writeString(folder.resolve("checks.yaml"), """
            checks:
              - probe: {file-state: a.txt, contents: [{contains: "port = 80"}]}
              - probe: {file-state: "b\\tc\\n.txt"}
              - probe: {shell: "echo run >> runs; exit 3", exit: 3}
              - {need: optional, probe: {port: 1}}
            """);
    }

    @Test
    void theExampleIsMet() throws Exception {
        var example = Path.of("../examples/checks").toAbsolutePath().normalize();
        var asked = new Asked(
                example.resolve("checks.yaml"),
                new Workspace(example),
                Trust.OPERATOR,
                Machines.standard(),
                Reuse.NOTHING,
                Form.LINES);
        var out = new ByteArrayOutputStream();

        var counted = counted(new ChecksAudit(asked, print(out), later).run());

        assertThat(counted.isGood()).as(out.toString(StandardCharsets.UTF_8)).isTrue();
    }

    @Test
    void theExampleOfOtherMachinesConnectsToNoneUnlessTheOperatorSaysSo() throws Exception {
        var example = Path.of("../examples/targets").toAbsolutePath().normalize();
        var asked = new Asked(
                example.resolve("targets.yaml"),
                new Workspace(example),
                Trust.STATIC,
                Machines.standard(),
                Reuse.NOTHING,
                Form.LINES);
        var out = new ByteArrayOutputStream();

        var counted = counted(new ChecksAudit(asked, print(out), later).run());

        assertThat(counted.unknown()).isEqualTo(7);
        assertThat(counted.met()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("NOT_RUN tcp:443: only a plan names ssh://deploy@web1.example.org")
                .contains("NOT_RUN tcp:8080: only a plan names docker://shop")
                .contains("PASS workspace-is-there");
    }

    @Test
    void theDocumentIsJsonAndCountsWhatItHolds() throws Exception {
        var document = run(Reuse.NOTHING, later);

        assertThat(document.required("schema").stringValue()).isEqualTo("muster.checks/1");
        assertThat(document.required("all").intValue()).isEqualTo(4);
        assertThat(document.required("met").intValue()).isEqualTo(2);
        assertThat(document.required("unmet").intValue()).isEqualTo(1);
        assertThat(document.required("checks").get(1).required("target").stringValue())
                .isEqualTo("b\tc\n.txt");
        assertThat(folder.resolve(".muster")).doesNotExist();
    }

    @Test
    void whatHasNotChangedIsTakenOver() throws Exception {
        run(Reuse.UNCHANGED, later);

        var again = run(Reuse.UNCHANGED, later);

        assertThat(reused(again)).containsExactly(true, true, true, false);
        assertThat(Files.readAllLines(folder.resolve("runs"))).hasSize(1);
    }

    @Test
    void whatHasChangedIsProbedAgain() throws Exception {
        run(Reuse.UNCHANGED, later);
        Files.writeString(folder.resolve("a.txt"), "port = 81\n");
        Files.setLastModifiedTime(folder.resolve("a.txt"), FileTime.fromMillis(0));

        var again = run(Reuse.UNCHANGED, later);

        assertThat(reused(again)).containsExactly(false, true, true, false);
        assertThat(again.required("unmet").intValue()).isEqualTo(2);
    }

    @Test
    void aCommandIsRunAgainAfterAnHourAndAnotherListFromItsBeginning() throws Exception {
        run(Reuse.UNCHANGED, later);

        var hourOn = run(Reuse.UNCHANGED, InstantSource.offset(later, Duration.ofMinutes(61)));
        Files.writeString(list, Files.readString(list) + "  - probe: {port: 2}\n");
        var other = run(Reuse.UNCHANGED, later);

        assertThat(reused(hourOn)).containsExactly(true, true, false, false);
        assertThat(other.required("reused").intValue()).isZero();
    }

    @Test
    void aFileThatChangedJustBeforeItWasProbedIsProbedAgain() throws Exception {
        var now = InstantSource.system();
        run(Reuse.UNCHANGED, now);

        assertThat(reused(run(Reuse.UNCHANGED, now)).getFirst()).isFalse();
    }

    @Test
    void aChangedModeIsSeenThoughContentAndTimeAreTheSame() throws Exception {
        run(Reuse.UNCHANGED, later);
        Files.setPosixFilePermissions(folder.resolve("a.txt"), PosixFilePermissions.fromString("rw-------"));

        assertThat(reused(run(Reuse.UNCHANGED, later))).containsExactly(false, true, true, false);
    }

    @Test
    void aLinkThatLeadsElsewhereIsSeen() throws Exception {
        var target = Files.writeString(folder.resolve("target.txt"), "port = 80\n");
        Files.delete(folder.resolve("a.txt"));
        Files.createSymbolicLink(folder.resolve("a.txt"), target);
        run(Reuse.UNCHANGED, later);
        Files.writeString(target, "port = 81\n");

        var again = run(Reuse.UNCHANGED, later);

        assertThat(again.required("checks").get(0).required("result").stringValue())
                .isEqualTo("FAIL");
    }

    @Test
    void aPortThatIsNoLongerOpenIsSeen() throws Exception {
        try (var open = new ServerSocket(0)) {
            Files.writeString(list, "checks: [{id: open, probe: {port: " + open.getLocalPort() + "}}]\n");
            assertThat(run(Reuse.UNCHANGED, later).required("met").intValue()).isEqualTo(1);
        }

        assertThat(run(Reuse.UNCHANGED, later).required("met").intValue()).isZero();
    }

    @Test
    void aPortThatMustDoMoreThanExistIsNoMoreMetTheSecondTime() throws Exception {
        try (var open = new ServerSocket(0)) {
            Files.writeString(
                    list, "checks: [{level: scratch-round-trip, probe: {port: " + open.getLocalPort() + "}}]\n");
            var first = run(Reuse.UNCHANGED, later);

            assertThat(run(Reuse.UNCHANGED, later).required("met")).isEqualTo(first.required("met"));
        }
    }

    @Test
    void aMemoryThatIsDamagedAnywhereOnlyMakesAFullRun() throws Exception {
        var fresh = run(Reuse.UNCHANGED, later);
        var whole = Files.readAllBytes(memory());
        for (int at = 0; at < whole.length; at += 1 + whole.length / 12) {
            var damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(memory(), damaged);

            assertThat(run(Reuse.UNCHANGED, later)).as("byte %d", at).isEqualTo(fresh);
        }
        for (var rest : new byte[][] {{}, {1}, Arrays.copyOf(whole, whole.length / 2)}) {
            Files.write(memory(), rest);

            assertThat(run(Reuse.UNCHANGED, later)).isEqualTo(fresh);
        }
    }

    @Test
    void aMemoryThatOthersMayWriteIsNone() throws Exception {
        run(Reuse.UNCHANGED, later);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(memory())))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(memory(), PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(run(Reuse.UNCHANGED, later).required("reused").intValue()).isZero();
    }

    @Test
    void theMemoryOfAnotherUserIsNone() throws Exception {
        run(Reuse.UNCHANGED, later);
        assumeTrue(Files.getAttribute(memory(), "unix:uid").equals(0), "only root may give files away");
        Files.setAttribute(memory(), "unix:uid", 12_345);

        assertThat(run(Reuse.UNCHANGED, later).required("reused").intValue()).isZero();
    }

    @Test
    void aLinkToAMemoryIsNone() throws Exception {
        run(Reuse.UNCHANGED, later);
        var elsewhere = Files.move(memory(), folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve(".muster").resolve(kept), elsewhere);

        assertThat(run(Reuse.UNCHANGED, later).required("reused").intValue()).isZero();
    }

    @Test
    void theMemoryOfAnotherFolderIsNone() throws Exception {
        run(Reuse.UNCHANGED, later);
        var other = Files.createDirectories(folder.resolve("other"));
        Files.move(folder.resolve(".muster"), other.resolve(".muster"));
        Files.writeString(other.resolve("a.txt"), "port = 81\n");

        var there = run(Reuse.UNCHANGED, later, other);

        assertThat(there.required("reused").intValue()).isZero();
        assertThat(there.required("checks").get(0).required("met").booleanValue())
                .isFalse();
    }

    @Test
    void anInterruptedRunTellsWhatThereIsAndThatItIsNotAll() throws Exception {
        var lines = new ByteArrayOutputStream();
        var interrupting = new PrintStream(lines, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                Thread.currentThread().interrupt();
            }
        };
        var asked = new Asked(
                list,
                new Workspace(folder.toRealPath()),
                Trust.OPERATOR,
                Machines.standard(),
                Reuse.UNCHANGED,
                Form.LINES);

        var counted = counted(new ChecksAudit(asked, interrupting, later).run());

        assertThat(Thread.interrupted()).isFalse();
        assertThat(counted.isWhole()).isFalse();
        assertThat(counted.isGood()).isFalse();
        assertThat(lines.toString(StandardCharsets.UTF_8))
                .startsWith("PASS ")
                .endsWith("interrupted after 2 of 4 checks: 1 met, 1 not, 0 unknown\n");
        assertThat(folder.resolve(".muster")).doesNotExist();
    }

    @Test
    void whatWasFoundUnderAnotherTrustIsNotTakenOver() throws Exception {
        run(Reuse.UNCHANGED, later);
        var asked = new Asked(
                list,
                new Workspace(folder.toRealPath()),
                Trust.STATIC,
                Machines.standard(),
                Reuse.UNCHANGED,
                Form.LINES);

        var counted = counted(new ChecksAudit(asked, print(new ByteArrayOutputStream()), later).run());

        assertThat(counted.reused()).isZero();
        assertThat(counted.unknown()).isEqualTo(1);
    }

    /// The name stays that of the list, whatever becomes of the file.
    private Path memory() throws IOException {
        try (var files = Files.list(folder.resolve(".muster"))) {
            var only = files.collect(java.util.stream.Collectors.toList());
            assertThat(only).hasSize(1);
            kept = only.getFirst().getFileName().toString();
            return only.getFirst();
        }
    }

    private static java.util.List<Boolean> reused(JsonNode document) {
        return StreamSupport.stream(document.required("checks").spliterator(), false)
                .map(check -> check.required("reused").booleanValue())
                .toList();
    }

    private JsonNode run(Reuse reuse, InstantSource clock) throws Exception {
        return run(reuse, clock, folder);
    }

    private JsonNode run(Reuse reuse, InstantSource clock, Path root) throws Exception {
        var asked = new Asked(
                list, new Workspace(root.toRealPath()), Trust.OPERATOR, Machines.standard(), reuse, Form.JSON);
        var out = new ByteArrayOutputStream();
        counted(new ChecksAudit(asked, print(out), clock).run());
        return JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private static Counted counted(Parsed<Counted> parsed) {
        return switch (parsed) {
            case Parsed.Ok<Counted>(var counted) -> counted;
            case Parsed.Failed<Counted>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}

package muster.probes.host;

import static muster.probes.host.Machine.atLeast;
import static muster.probes.host.Machine.codes;
import static muster.probes.host.Machine.exists;
import static muster.probes.host.Machine.is;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import muster.audit.ProbeResult;
import muster.json.Sha256;
import muster.observation.Observation;
import muster.plan.HostProbe;
import muster.plan.HostProbe.FileState;
import muster.plan.HostProbe.FileType;
import muster.plan.Matcher;
import muster.plan.Probing;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStateTest {
    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void aFolderWithOneFile() throws IOException {
        root = Files.createDirectory(folder.toRealPath().resolve("root"));
        Files.writeString(root.resolve("a.txt"), "port = 80\n");
        Files.setPosixFilePermissions(root.resolve("a.txt"), PosixFilePermissions.fromString("rw-r-----"));
    }

    @Test
    void everythingThatIsAsDescribedPasses() throws Exception {
        var me = Files.getOwner(root.resolve("a.txt")).getName();
        var described = new FileState(
                "a.txt",
                FileType.FILE,
                "0640",
                me,
                null,
                Sha256.of("port = 80\n"),
                is("10"),
                List.of(new Matcher.Contains("port"), new Matcher.Not(new Matcher.Contains("debug"))),
                null);

        var seen = seen(described);

        assertThat(seen.result()).as(seen.summary()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.attributes()).containsEntry("mode", "0640").containsEntry("bytes", "10");
    }

    @Test
    void everyDifferenceIsAFinding() throws Exception {
        var described = new FileState(
                "a.txt",
                FileType.DIRECTORY,
                "0644",
                "nobody-here",
                "no-group-here",
                "0".repeat(64),
                atLeast(11),
                List.of(is("other"), new Matcher.Contains("port")),
                null);

        var seen = seen(described);

        assertThat(codes(seen))
                .containsExactly(
                        "wrong-type",
                        "wrong-mode",
                        "wrong-sha256",
                        "wrong-size",
                        "wrong-contents",
                        "wrong-owner",
                        "wrong-group");
    }

    @Test
    void aMissingFileFailsAndAnAbsentOneIsFound() throws Exception {
        assertThat(codes(seen(exists("b.txt")))).containsExactly("missing-file");
        assertThat(codes(seen(exists("a.txt/b")))).containsExactly("missing-file");
        assertThat(seen(new HostProbe.FileAbsent("b.txt")).result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(seen(new HostProbe.FileAbsent("a.txt")))).containsExactly("wrong-presence");
    }

    @Test
    void aLinkIsFollowedUnlessTheLinkIsMeant() throws Exception {
        Files.createSymbolicLink(root.resolve("link"), Path.of("a.txt"));
        Files.createSymbolicLink(root.resolve("dangling"), Path.of("nowhere"));

        assertThat(seen(typed("link", FileType.FILE, null)).result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen(typed("link", FileType.LINK, "a.txt")).result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(seen(typed("link", null, "b.txt")))).containsExactly("wrong-target");
        assertThat(codes(seen(exists("dangling")))).containsExactly("missing-file");
        assertThat(codes(seen(new HostProbe.FileAbsent("dangling")))).containsExactly("wrong-presence");
    }

    @Test
    void aRelativePathStaysInTheWorkspaceAndAnAbsoluteOneNeedNot() throws Exception {
        Files.writeString(folder.resolve("outside.txt"), "x");
        Files.createSymbolicLink(root.resolve("escape"), folder.resolve("outside.txt"));
        Files.createSymbolicLink(root.resolve("out"), folder);

        assertThat(seen(exists("../outside.txt")).result()).isEqualTo(ProbeResult.ERROR);
        assertThat(seen(exists("escape")).result()).isEqualTo(ProbeResult.ERROR);
        assertThat(seen(exists("out/outside.txt")).result()).isEqualTo(ProbeResult.ERROR);
        assertThat(seen(exists(folder.resolve("outside.txt").toString())).result())
                .isEqualTo(ProbeResult.PASS);
    }

    @Test
    void aPipeOrDeviceIsNeverOpened() throws Exception {
        var pipe = root.resolve("pipe").toString();
        var made = new Launcher(1).run(Launch.of(List.of("/usr/bin/mkfifo", pipe), root, Duration.ofSeconds(10)));

        assertThat(made).isInstanceOf(Launched.Ended.class);
        assertThat(seen(exists("pipe")).result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen(holding("pipe", "x")).result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(seen(holding("/dev/zero", "x")).result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(seen(holding("/proc/kmsg", "x")).result()).isIn(ProbeResult.INCONCLUSIVE, ProbeResult.FAIL);
    }

    @Test
    void aHugeFileIsNotReadAndItsHashHasATimeLimit() throws Exception {
        try (var sparse = new RandomAccessFile(root.resolve("huge").toFile(), "rw")) {
            sparse.setLength(10L << 30);
        }
        var hashed = new FileState("huge", null, null, null, null, "0".repeat(64), null, List.of(), null);
        var brief = new Probing(0, Duration.ZERO, Duration.ofMillis(50), null);

        assertThat(seen(holding("huge", "x")).summary()).contains("larger than 33554432 bytes");
        assertThat(new HostProbes(root, new Launcher(1), java.util.Map.of())
                        .of(hashed, brief)
                        .getFirst()
                        .result())
                .isEqualTo(ProbeResult.INCONCLUSIVE);
    }

    @Test
    void aStampHoldsUntilTheFileChanges() throws Exception {
        var file = root.resolve("a.txt");
        var before = FileStamp.input(file);
        var missing = FileStamp.input(root.resolve("b.txt"));

        var untouched = FileStamp.holds(before);
        Files.writeString(file, "port = 8080\n");
        Files.writeString(root.resolve("b.txt"), "");

        assertThat(untouched).isTrue();
        assertThat(FileStamp.holds(before)).isFalse();
        assertThat(FileStamp.holds(missing)).isFalse();
    }

    private Observation seen(HostProbe probe) throws InterruptedException {
        return Machine.from(root).seen(probe);
    }

    private static FileState typed(String path, FileType type, String target) {
        return new FileState(path, type, null, null, null, null, null, List.of(), target);
    }

    private static FileState holding(String path, String part) {
        return new FileState(path, null, null, null, null, null, null, List.of(new Matcher.Contains(part)), null);
    }
}

package muster.probes.host;

import static muster.probes.host.Machine.atLeast;
import static muster.probes.host.Machine.codes;
import static muster.probes.host.Machine.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.audit.ProbeResult;
import muster.json.Sha256;
import muster.observation.Observation;
import muster.plan.HostProbe;
import muster.plan.HostProbe.FileType;
import muster.plan.HostProbe.Protocol;
import muster.plan.Matcher;
import muster.plan.Presence;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.targets.Driver;
import muster.targets.Shells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every way to another machine must be able to do. The other machine is this one, so that what is seen
/// there must be what the probes of this machine see.
interface OtherMachineKit {

    /// A way to this machine.
    Driver driver(Path folder) throws Exception;

    /// Names that a shell, an option parser or a line reader could take for something else.
    List<String> HOSTILE = List.of(
            "a b",
            "it's",
            "\"quoted\"",
            "$HOME",
            "$(touch made)",
            "`touch made`",
            "; touch made",
            "a\nb",
            "-rf",
            "*",
            "a\\b",
            "\u00e4\ud83d\udccc",
            "a'; touch made; '",
            "#x",
            "~",
            "&",
            "a: No such file or directory",
            "!!",
            "\t");

    /// One audit's worth of looks.
    final class Look implements AutoCloseable {
        final Path folder;
        private final Shells shells;
        private final OtherMachine there;
        private final HostProbes here;

        Look(Path folder, Driver driver) {
            this.folder = folder;
            shells = new Shells(driver);
            there = new OtherMachine(shells);
            here = new HostProbes(folder, new muster.sandbox.Launcher(2), java.util.Map.of());
        }

        Observation there(HostProbe probe) throws InterruptedException {
            return there.of(probe, Probing.ONCE);
        }

        /// What it sees there, which is the same as here.
        Observation same(HostProbe probe) throws InterruptedException {
            var near = here.of(probe, Probing.ONCE).getFirst();
            var far = there(probe);
            assertThat(far.result()).as(far.summary()).isEqualTo(near.result());
            assertThat(far.kind()).isEqualTo(near.kind());
            assertThat(far.summary()).isEqualTo(near.summary());
            assertThat(codes(far)).isEqualTo(codes(near));
            assertThat(far.reached()).isEqualTo(near.reached());
            assertThat(far.attributes().keySet()).isEqualTo(near.attributes().keySet());
            assertThat(far.inputs()).isEmpty();
            return far;
        }

        @Override
        public void close() {
            shells.close();
        }
    }

    @Test
    default void filesAreSeenAsFromHere(@TempDir Path folder) throws Exception {
        try (var look = new Look(folder, driver(folder))) {
            var file = Files.writeString(folder.resolve("a.conf"), "port = 8080\n\u00e4\n");
            var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a.conf"));
            var some = Files.createDirectories(folder.resolve("some"));
            for (int i = 0; i < 12; i++) {
                Files.createFile(some.resolve("entry" + i));
            }
            var hash = Sha256.of(Files.readAllBytes(file));

            var contents = List.<Matcher>of(new Matcher.Contains("port = 8080"), new Matcher.Contains("\u00e4"));
            assertThat(look.same(state(file, FileType.FILE, hash, contents)).result())
                    .isEqualTo(ProbeResult.PASS);
            assertThat(look.same(state(file, FileType.DIRECTORY, hash.replace('a', 'b'), List.of(is("x")))))
                    .extracting(Observation::result)
                    .isEqualTo(ProbeResult.FAIL);
            look.same(state(link, FileType.LINK, null, List.of()));
            look.same(state(link, FileType.FILE, null, List.of()));
            look.same(
                    new HostProbe.FileState(link.toString(), null, null, null, null, null, null, List.of(), "a.conf"));
            look.same(new HostProbe.FileState(
                    some.toString(), FileType.DIRECTORY, null, "root", "root", null, is("12"), List.of(), null));
            look.same(new HostProbe.FileState(
                    some.toString(), null, "0000", "nobody", null, null, is("13"), List.of(), null));
            look.same(Machine.exists(folder.resolve("none").toString()));
            look.same(Machine.exists(file + "/below"));
            look.same(new HostProbe.FileAbsent(folder.resolve("none").toString()));
            assertThat(look.there(new HostProbe.FileAbsent(file.toString())).result())
                    .isEqualTo(ProbeResult.FAIL);
        }
    }

    @Test
    default void namesThatMeanSomethingToAShellAreNames(@TempDir Path folder) throws Exception {
        try (var look = new Look(folder, driver(folder))) {
            for (var name : HOSTILE) {
                var file = Files.writeString(folder.resolve(name), name, StandardCharsets.UTF_8);
                var hash = Sha256.of(name.getBytes(StandardCharsets.UTF_8));

                assertThat(look.same(state(file, FileType.FILE, hash, List.of(is(name))))
                                .result())
                        .as(name)
                        .isEqualTo(ProbeResult.PASS);
            }
            for (var name : List.of("$(touch made)", "a'; touch made; '", "; touch made")) {
                look.same(new HostProbe.FileAbsent("/" + name));
                look.same(new HostProbe.User(name, null, null, List.of(), null, null));
                look.same(new HostProbe.RunningProcess(name, is("0")));
                look.there(new HostProbe.Service(name, Presence.PRESENT, null));
                look.there(new HostProbe.NetworkInterface(name, null, null));
                look.there(new HostProbe.KernelParameter(name, is("1")));
                look.there(new HostProbe.DiskSpace("/" + name, atLeast(1)));
                look.there(new HostProbe.Mount(name, null, null, List.of()));
            }

            assertThat(folder.resolve("made")).doesNotExist();
            assertThat(Path.of(System.getProperty("user.home"), "made")).doesNotExist();
        }
    }

    @Test
    default void whatMayBlockIsNotOpened(@TempDir Path folder) throws Exception {
        try (var look = new Look(folder, driver(folder))) {
            var pipe = folder.resolve("pipe");
            assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                    .isZero();

            assertThat(look.same(state(pipe, null, null, List.of(is("x")))).result())
                    .isEqualTo(ProbeResult.INCONCLUSIVE);
            assertThat(look.there(state(Path.of("/proc/kmsg"), null, null, List.of(is("x"))))
                            .result())
                    .isEqualTo(ProbeResult.INCONCLUSIVE);
            var large = folder.resolve("large");
            try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
                file.setLength(10L << 30);
            }
            assertThat(look.there(state(large, null, null, List.of(is("x")))).result())
                    .isEqualTo(ProbeResult.INCONCLUSIVE);
        }
    }

    @Test
    default void theMachineIsSeenAsFromHere(@TempDir Path folder) throws Exception {
        try (var look = new Look(folder, driver(folder));
                var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            look.same(new HostProbe.Port(listener.getLocalPort(), Protocol.TCP, Presence.PRESENT, "127.0.0.1"));
            look.same(new HostProbe.Port(listener.getLocalPort(), Protocol.TCP, Presence.ABSENT, null));
            look.same(new HostProbe.Port(1, Protocol.UDP, Presence.PRESENT, null));
            assertThat(look.there(new HostProbe.RunningProcess("java", atLeast(1)))
                            .result())
                    .isEqualTo(ProbeResult.PASS);
            look.same(new HostProbe.RunningProcess("no-such-program", atLeast(1)));
            look.same(new HostProbe.User("root", 0, 0, List.of("root"), "/root", null));
            look.same(new HostProbe.User("no-such-user", null, null, List.of(), null, null));
            look.same(new HostProbe.Group("root", 1));
            look.same(new HostProbe.Mount("/proc", null, "proc", List.of()));
            look.same(new HostProbe.Mount("/no/such", null, null, List.of()));
            look.same(new HostProbe.KernelParameter("kernel.ostype", is("Linux")));
            look.same(new HostProbe.KernelParameter("no.such", is("1")));
            look.same(new HostProbe.KernelParameter("../../etc/passwd", is("1")));
            assertThat(look.there(new HostProbe.DiskSpace("/", atLeast(1))).result())
                    .isEqualTo(ProbeResult.PASS);
            look.same(new HostProbe.DiskSpace("/no/such", atLeast(1)));
            look.same(new HostProbe.NetworkInterface("nosuch0", null, null));
        }
    }

    @Test
    default void programsAndPackagesAreFoundWhereTheSystemKeepsThem(@TempDir Path folder) throws Exception {
        try (var look = new Look(folder, driver(folder))) {
            assertThat(look.there.of(new Probe.Tool("sh", ""), Probing.ONCE).result())
                    .isNotEqualTo(ProbeResult.FAIL);
            assertThat(look.there
                            .of(new Probe.Tool("grep", ">=1"), Probing.ONCE)
                            .result())
                    .isEqualTo(ProbeResult.PASS);
            assertThat(look.there
                            .of(new Probe.Tool("grep", ">=99"), Probing.ONCE)
                            .result())
                    .isEqualTo(ProbeResult.FAIL);
            assertThat(codes(look.there.of(new Probe.Tool("no-such-program", ""), Probing.ONCE)))
                    .containsExactly("tool-missing");
            assertThat(codes(look.there.of(new Probe.Tool("$(touch made)", ""), Probing.ONCE)))
                    .containsExactly("tool-missing");
        }
    }

    @Test
    default void packagesOfDebianAreThoseThatDpkgLists(@TempDir Path folder) throws Exception {
        assumeThat(Path.of("/usr/bin/dpkg-query")).exists();
        try (var look = new Look(folder, driver(folder))) {
            var there = look.there.of(new Probe.Dependency("apt", "bash", ">=1"), Probing.ONCE);
            var gone = look.there.of(new Probe.Dependency("apt", "no-such-package", ""), Probing.ONCE);

            assertThat(there.result()).isEqualTo(ProbeResult.PASS);
            assertThat(there.attributes()).containsKey("version-installed");
            assertThat(codes(gone)).containsExactly("package-not-installed");
        }
    }

    @Test
    default void whatCannotBeLookedAtThereIsNotRun(@TempDir Path folder) throws Exception {
        try (var look = new Look(folder, driver(folder))) {
            for (var probe : List.of(
                    new HostProbe.EnvironmentVariable("HOME", null),
                    new HostProbe.Tcp("127.0.0.1", 1),
                    new HostProbe.Dns("localhost", HostProbe.RecordType.A, null, null),
                    Machine.exists("relative"),
                    new HostProbe.FileAbsent("relative"),
                    new HostProbe.DiskSpace(".", atLeast(1)))) {
                var seen = look.there(probe);

                assertThat(seen.result()).as(probe.toString()).isEqualTo(ProbeResult.NOT_RUN);
                assertThat(seen.summary()).isNotBlank();
            }
        }
    }

    private static HostProbe.FileState state(Path file, FileType type, String hash, List<Matcher> contents) {
        return new HostProbe.FileState(file.toString(), type, null, null, null, hash, null, contents, null);
    }
}

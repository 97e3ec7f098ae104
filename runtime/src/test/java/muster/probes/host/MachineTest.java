package muster.probes.host;

import static muster.probes.host.Machine.atLeast;
import static muster.probes.host.Machine.codes;
import static muster.probes.host.Machine.is;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import muster.audit.ProbeResult;
import muster.observation.Observation;
import muster.plan.HostProbe;
import muster.plan.HostProbe.Protocol;
import muster.plan.Matcher;
import muster.plan.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    private Path root;

    @Test
    void aPortIsListenedOnUntilItIsClosed() throws Exception {
        int port;
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = listener.getLocalPort();

            assertThat(seen(port(port, Presence.PRESENT, null)).result()).isEqualTo(ProbeResult.PASS);
            assertThat(codes(seen(port(port, Presence.PRESENT, "192.0.2.1")))).containsExactly("missing-port");
            assertThat(codes(seen(port(port, Presence.ABSENT, null)))).containsExactly("wrong-state");
            assertThat(seen(new HostProbe.Tcp("127.0.0.1", port)).result()).isEqualTo(ProbeResult.PASS);
        }

        assertThat(codes(seen(port(port, Presence.PRESENT, null)))).containsExactly("missing-port");
        assertThat(codes(seen(new HostProbe.Tcp("127.0.0.1", port)))).containsExactly("missing-tcp");
    }

    @Test
    void addressesOfPortsAreWrittenAsPeopleWriteThem() throws Exception {
        var lines = List.of(
                "  sl  local_address rem_address   st tx_queue rx_queue",
                "   0: 0100007F:0016 00000000:0000 0A 00000000:00000000",
                "   1: 00000000000000000000000001000000:0050 00000000000000000000000000000000:0000 0A 0:0",
                "   2: 0100007F:0017 00000000:0000 01 00000000:00000000");

        assertThat(Sockets.parse(lines, Protocol.TCP))
                .containsExactly(
                        new Sockets.Listening(Protocol.TCP, 22, "127.0.0.1"),
                        new Sockets.Listening(Protocol.TCP, 80, "0:0:0:0:0:0:0:1"));
    }

    @Test
    void processesAreCountedByName() throws Exception {
        assertThat(seen(new HostProbe.RunningProcess("java", atLeast(1))).result())
                .isEqualTo(ProbeResult.PASS);
        assertThat(codes(seen(new HostProbe.RunningProcess("no-such-program", atLeast(1)))))
                .containsExactly("wrong-count");
        assertThat(seen(new HostProbe.RunningProcess("no-such-program", is("0")))
                        .result())
                .isEqualTo(ProbeResult.PASS);
    }

    @Test
    void accountsAreAsTheirFilesSay() throws Exception {
        var root = new HostProbe.User("root", 0, 0, List.of("root"), "/root", null);
        var other = new HostProbe.User("root", 1, null, List.of("no-group"), null, "/bin/none");

        assertThat(seen(root).result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(seen(other))).containsExactly("wrong-uid", "wrong-groups", "wrong-shell");
        assertThat(codes(seen(new HostProbe.User("nobody-here", null, null, List.of(), null, null))))
                .containsExactly("missing-user");
        assertThat(seen(new HostProbe.Group("root", 0)).result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(seen(new HostProbe.Group("no-group-here", null)))).containsExactly("missing-group");
    }

    @Test
    void mountsAreReadFromTheKernel() throws Exception {
        var line = "36 35 98:0 /mnt1 /my\\040disk rw,noatime master:1 - ext3 /dev/root rw,errors=continue";

        assertThat(Mounts.parse(List.of(line)))
                .containsExactly(new Mounts.Mounted(
                        "/my disk", "/dev/root", "ext3", List.of("rw", "noatime", "errors=continue")));
        assertThat(seen(new HostProbe.Mount("/proc", null, "proc", List.of())).result())
                .isEqualTo(ProbeResult.PASS);
        assertThat(codes(seen(new HostProbe.Mount("/proc", null, "ext4", List.of("no-such-option")))))
                .containsExactly("wrong-file-system", "wrong-options");
        assertThat(codes(seen(new HostProbe.Mount("/no/mount", null, null, List.of()))))
                .containsExactly("missing-mount");
    }

    @Test
    void aKernelParameterIsReadByItsName() throws Exception {
        assertThat(seen(new HostProbe.KernelParameter("kernel.ostype", is("Linux")))
                        .result())
                .isEqualTo(ProbeResult.PASS);
        assertThat(codes(seen(new HostProbe.KernelParameter("kernel.ostype", is("Other")))))
                .containsExactly("wrong-value");
        assertThat(codes(seen(new HostProbe.KernelParameter("kernel.none", is("1")))))
                .containsExactly("missing-kernel-parameter");
        assertThat(seen(new HostProbe.KernelParameter("../../etc/passwd", is("1")))
                        .result())
                .isEqualTo(ProbeResult.ERROR);
    }

    @Test
    void spaceIsCountedInBytes() throws Exception {
        assertThat(seen(new HostProbe.DiskSpace(".", atLeast(1))).result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(seen(new HostProbe.DiskSpace(".", atLeast(Long.MAX_VALUE)))))
                .containsExactly("wrong-free");
        assertThat(codes(seen(new HostProbe.DiskSpace("no/folder", atLeast(1)))))
                .containsExactly("missing-disk-space");
    }

    @Test
    void theValueOfAVariableIsMatchedAndNeverSaid() throws Exception {
        var machine = new Machine(root, Map.of("KEY", "s3cr3t-value"));

        var right = machine.seen(new HostProbe.EnvironmentVariable("KEY", new Matcher.Matches("^s3")));
        var wrong = machine.seen(new HostProbe.EnvironmentVariable("KEY", is("other")));
        var missing = machine.seen(new HostProbe.EnvironmentVariable("NONE", null));

        assertThat(right.result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(wrong)).containsExactly("wrong-value");
        assertThat(codes(missing)).containsExactly("missing-environment");
        assertThat(right.toString() + wrong).doesNotContain("s3cr3t");
    }

    @Test
    void theLoopbackInterfaceHasItsAddress() throws Exception {
        var loopback = new HostProbe.NetworkInterface("lo", new Matcher.Contains("127.0.0.1"), atLeast(1));

        assertThat(seen(loopback).result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(seen(new HostProbe.NetworkInterface("none0", null, null))))
                .containsExactly("missing-network-interface");
    }

    @Test
    void aServiceIsAsSystemdSays() {
        var wanted = new HostProbe.Service("ssh", Presence.PRESENT, Presence.PRESENT);
        var running = "LoadState=loaded\nActiveState=active\nUnitFileState=enabled\n";

        assertThat(ServiceProbe.answered(wanted, ServiceProbe.properties(running))
                        .result())
                .isEqualTo(ProbeResult.PASS);
        assertThat(codes(ServiceProbe.answered(
                        wanted, ServiceProbe.properties("LoadState=loaded\nActiveState=failed\nUnitFileState=masked"))))
                .containsExactly("wrong-state", "wrong-start");
        assertThat(codes(ServiceProbe.answered(wanted, ServiceProbe.properties("LoadState=not-found"))))
                .containsExactly("missing-service");
    }

    @Test
    void aMatcherThatMakesNoSenseIsAnErrorAndNoDefect() throws Exception {
        assertThat(seen(new HostProbe.KernelParameter("kernel.ostype", new Matcher.Matches("(")))
                        .result())
                .isEqualTo(ProbeResult.ERROR);
    }

    private Observation seen(HostProbe probe) throws InterruptedException {
        return Machine.from(root).seen(probe);
    }

    private static HostProbe.Port port(int number, Presence state, String address) {
        return new HostProbe.Port(number, Protocol.TCP, state, address);
    }
}

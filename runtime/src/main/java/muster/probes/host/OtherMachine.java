package muster.probes.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import muster.observation.Observation;
import muster.observation.Once;
import muster.plan.HostProbe;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.targets.Shells;
import org.jspecify.annotations.Nullable;

/// Performs the probes of a machine that only shells reach, with programs that every Linux has (GNU or
/// BusyBox). They look and change nothing. What the connection keeps it from seeing is INCONCLUSIVE, never
/// unmet.
public final class OtherMachine {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /// A disk of 100 MB/s hashes 6 GB in that time.
    private static final Duration HASHING = Duration.ofSeconds(60);

    private static final Duration TOOL = Duration.ofSeconds(20);

    private static final String RELATIVE = "a path on another machine must be absolute";
    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:@-]{0,14}");

    private final Shells shells;
    private final Accounts accounts;
    private final KernelProbe kernel;

    /// @param shells the way to it
    public OtherMachine(Shells shells) {
        this.shells = shells;
        var inquiry = new Inquiry(shells, ANSWER);
        accounts = new Accounts(new TheirBook(inquiry));
        var lists = new KernelLists(inquiry);
        kernel = new KernelProbe(new Once<>(lists::processes), new Once<>(lists::sockets), new Once<>(lists::mounts));
    }

    /// Reads the lists anew, and connects anew, when they are wanted next; for another try.
    public void forget() {
        shells.forget();
        accounts.forget();
        kernel.forget();
    }

    /// Why a probe cannot look at another machine; null if it can.
    public static @Nullable String whyNot(HostProbe probe) {
        return switch (probe) {
            case HostProbe.FileState _,
                    HostProbe.FileAbsent _,
                    HostProbe.RunningProcess _,
                    HostProbe.Port _,
                    HostProbe.User _,
                    HostProbe.Group _,
                    HostProbe.Mount _,
                    HostProbe.DiskSpace _,
                    HostProbe.Service _,
                    HostProbe.KernelParameter _,
                    HostProbe.NetworkInterface _ -> null;
            case HostProbe.EnvironmentVariable _ -> "it looks at the environment of this process";
            case HostProbe.Tcp _, HostProbe.Http _, HostProbe.Dns _ -> "it connects from this machine";
        };
    }

    /// What it sees; only of probes that can look at another machine.
    public Observation of(HostProbe probe, Probing probing) throws InterruptedException {
        return answered(EvidenceKind.of(probe), probe.target(), () -> observed(probe, probing));
    }

    /// Whether a program is installed there.
    public Observation of(Probe.Tool tool, Probing probing) throws InterruptedException {
        return answered("tool", tool.name(), () -> new TheirPrograms(inquiry(probing, TOOL)).of(tool));
    }

    /// Whether a Debian package is installed there.
    public Observation of(Probe.Dependency wanted, Probing probing) throws InterruptedException {
        return answered("package", wanted.name(), () -> new TheirPrograms(inquiry(probing, ANSWER)).of(wanted));
    }

    private interface Look {
        Observation make() throws InterruptedException;
    }

    private static Observation answered(String kind, String subject, Look look) throws InterruptedException {
        try {
            return look.make();
        } catch (Unanswered e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return e.isLacking()
                    ? Observation.notRun(kind, subject, e.why())
                    : Observation.inconclusive(kind, subject, e.why());
        }
    }

    private Observation observed(HostProbe probe, Probing probing) throws InterruptedException {
        var inquiry = inquiry(probing, ANSWER);
        return switch (probe) {
            case HostProbe.FileState wanted -> file(wanted, inquiry(probing, HASHING));
            case HostProbe.FileAbsent(String path) -> absent(path, inquiry);
            case HostProbe.RunningProcess wanted -> kernel.of(wanted);
            case HostProbe.Port wanted -> kernel.of(wanted);
            case HostProbe.User wanted -> new AccountProbe(accounts).of(wanted);
            case HostProbe.Group wanted -> new AccountProbe(accounts).of(wanted);
            case HostProbe.Mount wanted -> kernel.of(wanted);
            case HostProbe.DiskSpace wanted -> space(wanted, inquiry);
            case HostProbe.Service wanted -> service(wanted, inquiry);
            case HostProbe.KernelParameter wanted -> parameter(wanted, inquiry);
            case HostProbe.NetworkInterface wanted -> network(wanted, inquiry);
            case HostProbe.EnvironmentVariable _, HostProbe.Tcp _, HostProbe.Http _, HostProbe.Dns _ ->
                Observation.notRun(EvidenceKind.of(probe), probe.target(), String.valueOf(whyNot(probe)));
        };
    }

    private Inquiry inquiry(Probing probing, Duration own) {
        return new Inquiry(shells, probing.timeout() == null ? own : probing.timeout());
    }

    private Observation file(HostProbe.FileState wanted, Inquiry inquiry) throws InterruptedException {
        var path = wanted.path();
        if (!path.startsWith("/")) {
            return Observation.notRun(FileComparison.KIND, path, RELATIVE);
        }
        try {
            var stamp = TheirFile.stamp(inquiry, path, FileComparison.isOfLink(wanted));
            return stamp == null
                    ? FileComparison.missing(path)
                    : new FileComparison(accounts).of(wanted, new TheirFile(inquiry, path, stamp));
        } catch (FileContent.Unread e) {
            return Observation.inconclusive(FileComparison.KIND, path, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Observation.error(FileComparison.KIND, path, "it cannot be looked at: " + e.getMessage());
        }
    }

    private static Observation absent(String path, Inquiry inquiry) {
        if (!path.startsWith("/")) {
            return Observation.notRun(FileComparison.KIND, path, RELATIVE);
        }
        try {
            var there = TheirFile.stamp(inquiry, path, true);
            return there == null ? FileComparison.absent(path) : FileComparison.present(path, there);
        } catch (IOException e) {
            return Observation.error(FileComparison.KIND, path, "it cannot be looked at: " + e.getMessage());
        }
    }

    private static Observation space(HostProbe.DiskSpace wanted, Inquiry inquiry) {
        if (!wanted.path().startsWith("/")) {
            return Observation.notRun("disk-space", wanted.path(), RELATIVE);
        }
        var answer = inquiry.of("stat", "-f", "-c", "%a %S", "--", wanted.path());
        if (answer.saysNotThere()) {
            return MachineProbe.missing(wanted);
        }
        var fields = answer.stdout().strip().split(" ", -1);
        return answer.exit() == 0 && fields.length == 2
                ? MachineProbe.compared(
                        wanted, Math.multiplyExact(Long.parseLong(fields[0]), Long.parseLong(fields[1])))
                : Observation.notRun("disk-space", wanted.path(), "it cannot be looked at: " + answer.complaint());
    }

    private static Observation service(HostProbe.Service wanted, Inquiry inquiry) {
        if (!ServiceProbe.isName(wanted.name())) {
            return ServiceProbe.noName(wanted.name());
        }
        var answer =
                inquiry.of("systemctl", "show", "--property=LoadState,ActiveState,UnitFileState", "--", wanted.name());
        return answer.exit() == 0
                ? ServiceProbe.answered(wanted, ServiceProbe.properties(answer.stdout()))
                : Observation.notRun("service", wanted.name(), "systemd does not answer: " + answer.complaint());
    }

    private static Observation parameter(HostProbe.KernelParameter wanted, Inquiry inquiry) {
        Path file = KernelProbe.parameter(wanted.name());
        if (file == null) {
            return KernelProbe.noParameter(wanted.name());
        }
        var answer = inquiry.of("cat", "--", file.toString());
        if (answer.saysNotThere()) {
            return KernelProbe.missingParameter(wanted.name());
        }
        return answer.exit() == 0
                ? KernelProbe.compared(wanted, answer.stdout())
                : Observation.notRun("kernel-parameter", wanted.name(), "it cannot be read: " + answer.complaint());
    }

    private static Observation network(HostProbe.NetworkInterface wanted, Inquiry inquiry) {
        var name = wanted.name();
        if (!INTERFACE.matcher(name).matches()) {
            return Observation.error("network-interface", name, "'" + name + "' names no network interface");
        }
        var mtu = inquiry.of("cat", "--", "/sys/class/net/" + name + "/mtu");
        if (mtu.saysNotThere()) {
            return MachineProbe.missing(wanted);
        }
        if (mtu.exit() != 0) {
            return Observation.notRun("network-interface", name, "it cannot be looked at: " + mtu.complaint());
        }
        var addresses = inquiry.of("ip", "-o", "addr", "show", "dev", name);
        return addresses.exit() == 0
                ? MachineProbe.compared(
                        wanted,
                        TheirFile.addresses(addresses.stdout()),
                        Integer.parseInt(mtu.stdout().strip()))
                : Observation.notRun("network-interface", name, "it cannot be looked at: " + addresses.complaint());
    }
}

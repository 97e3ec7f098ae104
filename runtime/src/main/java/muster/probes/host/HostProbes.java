package muster.probes.host;

import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import muster.observation.Observation;
import muster.plan.HostProbe;
import muster.plan.Probing;
import muster.sandbox.Launcher;

/// Performs the probes of this machine. What is one list for all (processes, ports, mounts, accounts) is read once for
/// an audit.
public final class HostProbes {
    /// A connection over the net takes tenths of a second; ten times as much is still an answer.
    private static final Duration CONNECTION = Duration.ofSeconds(5);

    private static final Duration ANSWER = Duration.ofSeconds(10);

    /// A disk of 100 MB/s hashes 6 GB in that time.
    private static final Duration HASHING = Duration.ofSeconds(60);

    private final Path root;
    private final Map<String, String> environment;
    private final Accounts accounts;
    private final KernelProbe kernel;
    private final ServiceProbe services;

    /// @param root what relative paths are relative to, without links
    /// @param launcher bounds the processes that run at once
    /// @param environment variables that may be probed
    public HostProbes(Path root, Launcher launcher, Map<String, String> environment) {
        this.root = root;
        this.environment = Map.copyOf(environment);
        accounts = Accounts.ofThisMachine(launcher);
        kernel = KernelProbe.ofThisMachine();
        services = new ServiceProbe(launcher, kernel.processes());
    }

    /// Reads the lists anew when they are wanted next; for another try.
    public void forget() {
        accounts.forget();
        kernel.forget();
    }

    /// What it sees.
    public List<Observation> of(HostProbe probe, Probing probing) throws InterruptedException {
        return List.of(observation(probe, probing));
    }

    private Observation observation(HostProbe probe, Probing probing) throws InterruptedException {
        var files = new FileStateProbe(root, accounts);
        return switch (probe) {
            case HostProbe.FileState wanted -> files.of(wanted, limit(probing, HASHING));
            case HostProbe.FileAbsent(String path) -> files.absent(path);
            case HostProbe.RunningProcess wanted -> kernel.of(wanted);
            case HostProbe.Port wanted -> kernel.of(wanted);
            case HostProbe.User wanted -> new AccountProbe(accounts).of(wanted);
            case HostProbe.Group wanted -> new AccountProbe(accounts).of(wanted);
            case HostProbe.Mount wanted -> kernel.of(wanted);
            case HostProbe.DiskSpace wanted -> machine().of(wanted);
            case HostProbe.EnvironmentVariable wanted -> machine().of(wanted);
            case HostProbe.Service wanted -> services.of(wanted, limit(probing, ANSWER));
            case HostProbe.KernelParameter wanted -> kernel.of(wanted);
            case HostProbe.NetworkInterface wanted -> machine().of(wanted);
            case HostProbe.Tcp wanted -> new TcpProbe().of(wanted, limit(probing, CONNECTION));
            case HostProbe.Http wanted -> web().of(wanted, limit(probing, ANSWER));
            case HostProbe.Dns wanted -> new DnsProbe().of(wanted, limit(probing, CONNECTION));
        };
    }

    private MachineProbe machine() {
        return new MachineProbe(root, environment);
    }

    private static HttpProbe web() {
        try {
            return new HttpProbe(SSLContext.getDefault(), InstantSource.system());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private static Duration limit(Probing probing, Duration own) {
        var set = probing.timeout();
        return set == null ? own : set;
    }
}

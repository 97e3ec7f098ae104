package muster.probes.host;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import muster.matching.Value;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.HostProbe;

/// Space, variables and network interfaces of this machine.
///
/// @param root what relative paths are relative to
record MachineProbe(Path root, Map<String, String> environment) {
    MachineProbe {
        environment = Map.copyOf(environment);
    }

    Observation of(HostProbe.DiskSpace wanted) {
        try {
            var free = Files.getFileStore(root.resolve(wanted.path())).getUsableSpace();
            return compared(wanted, free);
        } catch (NoSuchFileException e) {
            return missing(wanted);
        } catch (IOException e) {
            return Observation.notRun("disk-space", wanted.path(), "it cannot be looked at: " + e.getMessage());
        }
    }

    static Observation compared(HostProbe.DiskSpace wanted, long free) {
        return new Comparison("disk-space", wanted.path())
                .like("free", wanted.free(), new Value.Numeric(BigDecimal.valueOf(free)))
                .seen(AssuranceLevel.EXISTS, free + " bytes are free at " + wanted.path())
                .with("bytes-free", free);
    }

    static Observation missing(HostProbe.DiskSpace wanted) {
        return Comparison.missing("disk-space", wanted.path(), wanted.path() + " does not exist");
    }

    /// The value may be a secret, so nothing of it is recorded, not even its length.
    Observation of(HostProbe.EnvironmentVariable wanted) {
        var value = environment.get(wanted.name());
        if (value == null) {
            return Comparison.missing("environment", wanted.name(), "the variable " + wanted.name() + " is not set");
        }
        return new Comparison("environment", wanted.name())
                .secretly("value", wanted.value(), new Value.Text(value))
                .seen(AssuranceLevel.EXISTS, "the variable " + wanted.name() + " is set");
    }

    Observation of(HostProbe.NetworkInterface wanted) {
        try {
            var found = NetworkInterface.getByName(wanted.name());
            return found == null ? missing(wanted) : compared(wanted, addresses(found), found.getMTU());
        } catch (SocketException e) {
            return Observation.notRun("network-interface", wanted.name(), "it cannot be looked at: " + e.getMessage());
        }
    }

    private static List<String> addresses(NetworkInterface found) {
        return Collections.list(found.getInetAddresses()).stream()
                .map(one -> withoutScope(one.getHostAddress()))
                .sorted()
                .toList();
    }

    static Observation missing(HostProbe.NetworkInterface wanted) {
        return Comparison.missing("network-interface", wanted.name(), "there is no network interface " + wanted.name());
    }

    static Observation compared(HostProbe.NetworkInterface wanted, List<String> addresses, int mtu) {
        List<Value> values = addresses.stream().<Value>map(Value.Text::new).toList();
        return new Comparison("network-interface", wanted.name())
                .like("addresses", wanted.addresses(), new Value.Many(values))
                .like("mtu", wanted.mtu(), new Value.Numeric(BigDecimal.valueOf(mtu)))
                .seen(AssuranceLevel.EXISTS, "the network interface " + wanted.name() + " exists")
                .with("addresses", String.join(",", addresses))
                .with("mtu", mtu);
    }

    static String withoutScope(String address) {
        var scope = address.indexOf('%');
        return scope < 0 ? address : address.substring(0, scope);
    }
}

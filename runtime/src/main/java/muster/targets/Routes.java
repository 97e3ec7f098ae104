package muster.targets;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import muster.plan.Address;
import org.jspecify.annotations.Nullable;

/// How other machines are reached. It is the operator's word: a plan alone leads nowhere, because who logs
/// in does so with the operator's keys.
///
/// @param given machines that the operator named, which may be looked at under any trust
/// @param settings of the ssh client, instead of the user's own; none for these
/// @param docker the client of Docker: an absolute path, or a name that is looked for where programs are
/// installed
public record Routes(Set<Address> given, @Nullable Path settings, String docker) {
    public Routes {
        given = Set.copyOf(given);
    }

    /// No machine is named, and the clients are as they are installed.
    public static Routes standard() {
        return new Routes(Set.of(), null, "docker");
    }

    /// The same to one more machine.
    public Routes to(Address address) {
        return new Routes(Set.of(address), settings, docker);
    }

    /// The same with other settings of the ssh client.
    public Routes set(@Nullable Path file) {
        return new Routes(given, file, docker);
    }

    /// The way to a machine.
    public Driver driver(Address address) {
        return switch (address) {
            case Address.Local _ -> new LocalDriver(Path.of("/"));
            case Address.Ssh ssh -> new SshDriver(ssh, settings, environment());
            case Address.Docker container -> new DockerDriver(container, docker, environment());
        };
    }

    private static Map<String, String> environment() {
        return System.getenv();
    }
}

package muster.plan;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A test of this machine. Absent matchers assert nothing; a test that asserts nothing at all is refused when read.
public sealed interface HostProbe extends Probe {

    /// A file, folder or link is as described. Unlike [Probe.FileThere] the file may be empty.
    ///
    /// @param type `file`, `directory` or `link`, none for any
    /// @param mode octal permissions, such as `0644`
    /// @param size in bytes; of a directory, its number of entries
    /// @param contents each must match the text
    record FileState(
            String path,
            @Nullable String type,
            @Nullable String mode,
            @Nullable String owner,
            @Nullable String group,
            @Nullable String sha256,
            @Nullable Matcher size,
            List<Matcher> contents,
            @Nullable String linksTo)
            implements HostProbe {
        public FileState {
            contents = List.copyOf(contents);
        }

        @Override
        public String target() {
            return path;
        }
    }

    /// Nothing is at the path.
    record FileAbsent(String path) implements HostProbe {
        @Override
        public String target() {
            return path;
        }
    }

    /// So many processes of this name run.
    record RunningProcess(String name, Matcher count) implements HostProbe {
        @Override
        public String target() {
            return name;
        }
    }

    /// A local port is listened on, or is not.
    ///
    /// @param protocol `tcp` or `udp`
    /// @param address the address listened on, none for any
    record Port(
            int port,
            String protocol,
            Presence state,
            @Nullable String address) implements HostProbe {
        @Override
        public String target() {
            return protocol + ":" + port;
        }
    }

    /// A user account.
    record User(
            String name,
            @Nullable Integer uid,
            @Nullable Integer gid,
            List<String> groups,
            @Nullable String home,
            @Nullable String shell)
            implements HostProbe {
        public User {
            groups = List.copyOf(groups);
        }

        @Override
        public String target() {
            return name;
        }
    }

    /// A group of users.
    record Group(String name, @Nullable Integer gid) implements HostProbe {
        @Override
        public String target() {
            return name;
        }
    }

    /// A file system is mounted.
    record Mount(
            String path, @Nullable String source, @Nullable String fileSystem, List<String> options)
            implements HostProbe {
        public Mount {
            options = List.copyOf(options);
        }

        @Override
        public String target() {
            return path;
        }
    }

    /// Space left on the file system that holds the path, in bytes.
    record DiskSpace(String path, Matcher free) implements HostProbe {
        @Override
        public String target() {
            return path;
        }
    }

    /// A variable of Muster's own environment; its value is never recorded.
    record EnvironmentVariable(String name, @Nullable Matcher value) implements HostProbe {
        @Override
        public String target() {
            return name;
        }
    }

    /// A service of the init system.
    record Service(String name, Presence running, @Nullable Presence enabled) implements HostProbe {
        @Override
        public String target() {
            return name;
        }
    }

    /// A kernel parameter, such as `vm.swappiness`.
    record KernelParameter(String name, Matcher value) implements HostProbe {
        @Override
        public String target() {
            return name;
        }
    }

    /// A network interface.
    record NetworkInterface(
            String name,
            @Nullable Matcher addresses,
            @Nullable Matcher mtu) implements HostProbe {
        @Override
        public String target() {
            return name;
        }
    }

    /// Something can be reached over TCP.
    record Tcp(String host, int port) implements HostProbe {
        @Override
        public String target() {
            return host + ":" + port;
        }
    }

    /// An address answers over HTTP or HTTPS.
    ///
    /// @param method `GET` or `HEAD`
    /// @param status code of the answer; 200 to 299 if none is given
    /// @param headers by name, without case
    /// @param body each must match
    /// @param tlsDays days until the certificate expires
    record Http(
            String url,
            String method,
            @Nullable Matcher status,
            SortedMap<String, Matcher> headers,
            List<Matcher> body,
            @Nullable Matcher tlsDays)
            implements HostProbe {
        public Http {
            headers = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(headers));
            body = List.copyOf(body);
        }

        @Override
        public String target() {
            return url;
        }
    }

    /// A name resolves.
    ///
    /// @param type of record, such as `A`, `AAAA`, `TXT`
    /// @param server that is asked, none for the system's
    record Dns(
            String name,
            String type,
            @Nullable String server,
            @Nullable Matcher answers) implements HostProbe {
        @Override
        public String target() {
            return name;
        }
    }
}

package muster.plan;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A test of this machine. Absent matchers assert nothing; a test that asserts nothing at all is refused when read.
public sealed interface HostProbe extends Probe {

    /// What stands at a path. A link is what it is, not what it leads to.
    enum FileType {
        FILE,
        DIRECTORY,
        LINK
    }

    /// How packets travel.
    enum Protocol {
        TCP,
        UDP
    }

    /// Methods that change nothing.
    enum Method {
        GET,
        HEAD
    }

    /// What is done with an answer that names another address; at most five are followed.
    enum Redirects {
        REPORT,
        FOLLOW
    }

    /// Records of the domain name system. Source: RFC 1035, 3596 and 2782.
    enum RecordType {
        A,
        AAAA,
        CNAME,
        MX,
        NS,
        PTR,
        SOA,
        SRV,
        TXT
    }

    /// A file, folder or link is as described. Unlike [Probe.FileThere] the file may be empty.
    ///
    /// With no more than a path it asserts that something is there. A link is followed, unless its type or
    /// target is asked for.
    ///
    /// @param path relative to the workspace, or absolute, as it is the machine that is checked
    /// @param type none for any
    /// @param mode octal permissions with the bits above them, such as `0644`
    /// @param sha256 lower-case hex, of a file
    /// @param size in bytes; of a directory, its number of entries
    /// @param contents each must match the text
    record FileState(
            String path,
            @Nullable FileType type,
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
    ///
    /// @param name as the kernel keeps it, or the last part of the program's path
    record RunningProcess(String name, Matcher count) implements HostProbe {
        @Override
        public String target() {
            return name;
        }
    }

    /// A local port is listened on, or is not.
    ///
    /// @param port 1 to 65,535
    /// @param address the address listened on, none for any
    record Port(
            int port,
            Protocol protocol,
            Presence state,
            @Nullable String address) implements HostProbe {
        @Override
        public String target() {
            return protocol.name().toLowerCase(Locale.ROOT) + ":" + port;
        }
    }

    /// A user account.
    ///
    /// @param groups all of them that it must be in; it may be in more
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
    ///
    /// @param options all of them that it must have; it may have more
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
    /// @param status code of the answer; 200 to 299 if none is given
    /// @param headers by name, without case
    /// @param body each must match the first MiB of it
    /// @param tlsDays whole days until the certificate expires
    record Http(
            String url,
            Method method,
            Redirects redirects,
            @Nullable Matcher status,
            SortedMap<String, Matcher> headers,
            List<Matcher> body,
            @Nullable Matcher tlsDays)
            implements HostProbe {
        public Http {
            headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
            body = List.copyOf(body);
        }

        @Override
        public String target() {
            return url;
        }
    }

    /// A name resolves.
    ///
    /// @param server that is asked, such as `192.0.2.1` or `192.0.2.1:5353`, none for the system's
    /// @param answers the list of them; at least one if no matcher is given
    record Dns(
            String name,
            RecordType type,
            @Nullable String server,
            @Nullable Matcher answers) implements HostProbe {
        @Override
        public String target() {
            return name;
        }
    }
}

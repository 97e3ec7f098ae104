package muster.plan;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a machine is: `local`, `ssh://[user@]host[:port]` or `docker://container`. The parts hold only
/// characters that neither begin an option nor mean anything to a shell, so that they can be handed to
/// programs as they are.
public sealed interface Address {
    /// What it looks like, for messages.
    String SHAPE = "local, ssh://[user@]host[:port] or docker://container";

    /// This machine.
    record Local() implements Address {
        @Override
        public String toString() {
            return "local";
        }
    }

    /// A machine that is logged in to.
    ///
    /// @param user none for the one that the ssh client's own settings give
    /// @param host a name, an address, or an alias in those settings; an IPv6 address without its brackets
    /// @param port 1 to 65,535, none for that of the settings
    record Ssh(@Nullable String user, String host, @Nullable Integer port) implements Address {
        private static final Pattern TEXT = Pattern.compile("ssh://(?:([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})@)?"
                + "([A-Za-z0-9_][A-Za-z0-9._-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?/?");
        private static final int LAST_PORT = 65_535;

        static @Nullable Ssh of(String text) {
            var match = TEXT.matcher(text);
            if (!match.matches()) {
                return null;
            }
            var number = match.group(3);
            var port = number == null ? null : Integer.valueOf(number);
            var host = match.group(2).replace("[", "").replace("]", "");
            return port != null && (port < 1 || port > LAST_PORT) ? null : new Ssh(match.group(1), host, port);
        }

        @Override
        public String toString() {
            return "ssh://" + (user == null ? "" : user + "@") + (host.indexOf(':') < 0 ? host : "[" + host + "]")
                    + (port == null ? "" : ":" + port);
        }
    }

    /// A running container of this machine's Docker.
    ///
    /// @param container its name or id
    record Docker(String container) implements Address {
        private static final Pattern TEXT = Pattern.compile("docker://([A-Za-z0-9][A-Za-z0-9_.-]{0,127})");

        static @Nullable Docker of(String text) {
            var match = TEXT.matcher(text);
            return match.matches() ? new Docker(match.group(1)) : null;
        }

        @Override
        public String toString() {
            return "docker://" + container;
        }
    }

    /// The address that a text says, or null if it says none.
    static @Nullable Address of(String text) {
        var scheme = text.substring(0, Math.max(0, text.indexOf(':'))).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "ssh" -> Ssh.of(text);
            case "docker" -> Docker.of(text);
            default -> text.equals("local") ? new Local() : null;
        };
    }
}

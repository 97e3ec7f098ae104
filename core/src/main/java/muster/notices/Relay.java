package muster.notices;

import org.jspecify.annotations.Nullable;

/// A server that takes outgoing mail. Source: RFC 5321.
///
/// @param port 1 to 65535
/// @param login null if it asks nobody who they are
public record Relay(
        String host,
        int port,
        Encryption encryption,
        @Nullable Login login) {

    /// How what is said to it is kept from others.
    public enum Encryption {
        /// It begins in the open and goes on encrypted, or not at all (RFC 3207).
        STARTTLS(587),
        /// It is encrypted from the first byte on (RFC 8314).
        TLS(465),
        /// It stays in the open.
        NONE(25);

        private final int usual;

        Encryption(int usual) {
            this.usual = usual;
        }
    }

    /// Who sends.
    ///
    /// @param password environment variable of the password
    public record Login(String user, String password) {}

    /// @param server `host`, or `host:port`; without a port the usual one
    public static Relay of(String server, Encryption encryption, @Nullable Login login) {
        var colon = server.indexOf(':');
        return colon < 0
                ? new Relay(server, encryption.usual, encryption, login)
                : new Relay(
                        server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)), encryption, login);
    }
}

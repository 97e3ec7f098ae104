package muster.packs.trino;

import java.sql.SQLException;

/// Why nobody is let in, in the driver's words, and what to look at. The driver's words have no secret.
final class NoWayIn {
    private NoWayIn() {}

    static SQLException at(TrinoAddress address, SQLException refusal) {
        var words = String.valueOf(refusal.getMessage());
        return new SQLException(
                "no warehouse at %s: %s%s".formatted(address, words, hint(address, words)), refusal.getSQLState());
    }

    private static String hint(TrinoAddress address, String words) {
        if (words.startsWith("Authentication failed")) {
            var login = address.login();
            return login == null
                    ? "\nMaybe say who you are: password-env=NAME or token-env=NAME"
                    : "\nMaybe the %s in %s is not that of %s"
                            .formatted(login.kind(), login.variable(), address.user());
        }
        if (words.contains("PKIX")) {
            return "\nMaybe truststore=FILE has the certificate of the server, or of whoever signed it";
        }
        if (words.contains("SSL message")) {
            return "\nMaybe that port takes plain HTTP: a password or a token is sent by TLS alone";
        }
        if (words.startsWith("Error setting up SSL")) {
            return "\nMaybe truststore names no file of certificates, in PEM or PKCS12";
        }
        return words.contains("ConnectException") || words.contains("UnknownHostException")
                ? "\nMaybe the host or the port is another"
                : "";
    }
}

package muster.probes.data;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;

/// The databases whose ways are known.
enum Engine {
    DUCKDB,
    POSTGRESQL,
    SQLITE;

    /// PostgreSQL cuts longer names without an error. Source: its manual, "Identifiers and Key Words" (NAMEDATALEN
    /// - 1).
    private static final int POSTGRESQL_NAME_BYTES = 63;

    /// @throws SQLFeatureNotSupportedException if it is another product
    static Engine of(Connection connection) throws SQLException {
        var product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "duckdb" -> DUCKDB;
            case "postgresql" -> POSTGRESQL;
            case "sqlite" -> SQLITE;
            default -> throw new SQLFeatureNotSupportedException("nothing is known of the ways of " + product);
        };
    }

    /// True if a name that a person wrote means the name that the catalogue holds. PostgreSQL folds names to lower
    /// case and tells others apart; the other engines take no notice of case.
    boolean same(String written, String held) {
        return switch (this) {
            case DUCKDB, SQLITE -> written.equalsIgnoreCase(held);
            case POSTGRESQL ->
                written.equals(held) || written.toLowerCase(Locale.ROOT).equals(held);
        };
    }

    /// The name as the engine would store it: shorter, where it cuts.
    String stored(String name) {
        return switch (this) {
            case DUCKDB, SQLITE -> name;
            case POSTGRESQL -> cut(name);
        };
    }

    /// Never cuts a character in two.
    private static String cut(String name) {
        int bytes = 0;
        int end = 0;
        while (end < name.length()) {
            var next = Character.toString(name.codePointAt(end));
            bytes += next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > POSTGRESQL_NAME_BYTES) {
                return name.substring(0, end);
            }
            end += next.length();
        }
        return name;
    }

    /// A name as an identifier, whatever characters it holds.
    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}

package muster.packs.trino;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `trino://user@host:port/catalog/schema?password-env=NAME&ssl=true&truststore=FILE`, or with `token-env=NAME`, with
/// `jdbc:` before it or not. The driver takes many more options: none of them is passed on.
///
/// @param user whom Trino takes the statements for
/// @param place host and port, catalog and schema, as the driver writes them
/// @param login what shows who the user is; null for nothing
/// @param encrypted whether by TLS; a password or a token is sent in no other way
/// @param truststore a file of certificates; null for those of Java
record TrinoAddress(
        String user,
        String place,
        @Nullable Login login,
        boolean encrypted,
        @Nullable String truststore) {
    /// A secret that the environment holds.
    ///
    /// @param property of the driver that takes it
    record Login(String property, String variable) {
        String kind() {
            return property.equals(TOKEN_OF_DRIVER) ? "token" : "password";
        }
    }

    static final String SCHEME = "trino://";

    private static final String USER = "muster";
    private static final Pattern FORM =
            Pattern.compile("(?:jdbc:)?trino://(?:([^@/:?]+)@)?([\\w.-]+(?::\\d{1,5})?/[^/?@]+/[^/?@]+)(?:\\?(.*))?");
    private static final Pattern PASSWORD = Pattern.compile("://[^/]*:[^/]*@|[?&]password=", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTION =
            Pattern.compile("(password-env|token-env|truststore)=(.+)|(ssl)=(true|false)");
    private static final String PASSWORD_OF_DRIVER = "password";
    private static final String TOKEN_OF_DRIVER = "accessToken";
    private static final Set<String> TRUE = Set.of("true");

    /// @throws SQLException if the words are no such address; never with what might be a password
    static TrinoAddress of(String words) throws SQLException {
        if (PASSWORD.matcher(words).find()) {
            throw new SQLException(
                    "a password must not stand in the address, where lists of processes and histories show"
                            + " it\nMaybe put it into an environment variable and write ?password-env=NAME");
        }
        var form = FORM.matcher(words);
        if (!form.matches()) {
            throw new SQLException(
                    "that is no address of Trino\nMaybe trino://user@host:port/catalog/schema?password-env=NAME");
        }
        var user = form.group(1) == null ? USER : plain(form.group(1));
        var address = new TrinoAddress(user, form.group(2), null, false, null);
        var options = form.group(3);
        for (var option : options == null ? new String[0] : options.split("&")) {
            address = address.with(option);
        }
        if (address.encrypted() && ("&" + options + "&").contains("&ssl=false&")) {
            throw new SQLException(
                    "a password, a token and a truststore go with TLS alone, and ssl=false asks for none\n"
                            + "Maybe leave ssl=false out, and name the port that takes TLS");
        }
        return address;
    }

    private TrinoAddress with(String words) throws SQLException {
        var option = OPTION.matcher(words);
        if (!option.matches()) {
            throw new SQLException("the address has an option that is not passed on: " + words.split("=", 2)[0]
                    + "\nMaybe one of password-env=NAME, token-env=NAME, ssl=true, truststore=FILE is meant");
        }
        if (option.group(3) != null) {
            return new TrinoAddress(user, place, login, encrypted || TRUE.contains(option.group(4)), truststore);
        }
        var value = plain(option.group(2));
        if (option.group(1).equals("truststore")) {
            return new TrinoAddress(user, place, login, true, value);
        }
        var property = option.group(1).equals("token-env") ? TOKEN_OF_DRIVER : PASSWORD_OF_DRIVER;
        return new TrinoAddress(user, place, new Login(property, value), true, truststore);
    }

    /// Another schema of the same catalog.
    TrinoAddress in(String schema) {
        var other = place.substring(0, place.lastIndexOf('/') + 1) + schema;
        return new TrinoAddress(user, other, login, encrypted, truststore);
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// The address as the driver takes it, without user and options.
    String url() {
        return "jdbc:trino://" + place;
    }

    /// What the driver needs beside the address.
    ///
    /// @throws SQLException if the variable that holds the secret is not set
    Properties properties(Map<String, String> environment) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("source", USER);
        properties.setProperty("SSL", Boolean.toString(encrypted));
        if (truststore != null) {
            properties.setProperty("SSLTrustStorePath", truststore);
        }
        if (login != null) {
            var secret = environment.getOrDefault(login.variable(), "");
            if (secret.isEmpty()) {
                throw new SQLException("the environment variable %s, which holds the %s, is not set"
                        .formatted(login.variable(), login.kind()));
            }
            properties.setProperty(login.property(), secret);
        }
        return properties;
    }

    /// Without the options.
    @Override
    public String toString() {
        return SCHEME + user + "@" + place;
    }
}

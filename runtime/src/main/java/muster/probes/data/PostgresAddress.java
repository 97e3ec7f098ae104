package muster.probes.data;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `postgresql://user@host:port/database?password-env=NAME`: where a PostgreSQL database is, and which environment
/// variable holds the password. The driver takes many more options, some of which load classes or write files:
/// none of them is passed on.
record PostgresAddress(URI uri, Map<String, String> options) {
    private static final String PASSWORD = "password-env";
    private static final Set<String> OPTIONS = Set.of(PASSWORD, "sslmode", "sslrootcert");
    private static final int CONNECT_SECONDS = 10;
    private static final int DEFAULT_PORT = 5432;

    static Connected opener(String words, Map<String, String> environment, Access access) {
        try {
            var address = of(words);
            var problem = address.problem();
            return problem.isEmpty() ? address.opener(environment, access) : new Connected.Refused(problem);
        } catch (URISyntaxException | IllegalArgumentException _) {
            return new Connected.Refused(
                    "that is no address of PostgreSQL\nMaybe write postgresql://user@host/database?password-env=NAME");
        }
    }

    private static PostgresAddress of(String words) throws URISyntaxException {
        var uri = new URI(words);
        var options = new TreeMap<String, String>();
        var query = uri.getRawQuery();
        for (var one : (query == null ? "" : query).split("&", -1)) {
            int equals = one.indexOf('=');
            if (!one.isEmpty()) {
                options.put(equals < 0 ? one : one.substring(0, equals), equals < 0 ? "" : plain(one, equals + 1));
            }
        }
        return new PostgresAddress(uri, options);
    }

    private static String plain(String text, int from) {
        return URLDecoder.decode(text.substring(from), StandardCharsets.UTF_8);
    }

    /// Never repeats what might be a password.
    private String problem() {
        var user = uri.getRawUserInfo();
        if ((user != null && user.indexOf(':') >= 0) || options.containsKey("password")) {
            return "a password must not stand in the address, where lists of processes and histories show it"
                    + "\nMaybe put it into an environment variable and write ?password-env=NAME";
        }
        var host = uri.getHost();
        if (host == null || host.isEmpty() || database().isEmpty()) {
            return "the address names no host or no database";
        }
        var unknown = options.keySet().stream()
                .filter(name -> !OPTIONS.contains(name))
                .toList();
        return unknown.isEmpty()
                ? ""
                : "the address has options that are not passed on: " + String.join(", ", unknown) + "\nMaybe one of "
                        + String.join(", ", OPTIONS.stream().sorted().toList()) + " is meant";
    }

    private String database() {
        var path = uri.getPath();
        return path == null || path.isEmpty() ? "" : path.substring(1);
    }

    private Connected opener(Map<String, String> environment, Access access) {
        var variable = options.get(PASSWORD);
        var password = variable == null ? "" : environment.getOrDefault(variable, "");
        if (variable != null && password.isEmpty()) {
            return new Connected.Refused(
                    "the environment variable " + variable + ", which holds the password, is not set");
        }
        var url = url();
        var properties = properties(access, password);
        return new Connected.Ready(
                DatabaseOpener.allowing(access, () -> DriverManager.getConnection(url, properties)),
                password.isEmpty() ? Set.of() : Set.of(password));
    }

    private String url() {
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath();
    }

    private Properties properties(Access access, String password) {
        var properties = new Properties();
        put(properties, "user", uri.getUserInfo());
        put(properties, "password", password.isEmpty() ? null : password);
        put(properties, "sslmode", options.get("sslmode"));
        put(properties, "sslrootcert", options.get("sslrootcert"));
        put(properties, "ApplicationName", "muster");
        put(properties, "connectTimeout", Integer.toString(CONNECT_SECONDS));
        put(properties, "loginTimeout", Integer.toString(CONNECT_SECONDS));
        put(properties, "readOnly", access == Access.READ ? "true" : null);
        put(properties, "options", access == Access.READ ? "-c default_transaction_read_only=on" : null);
        return properties;
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}

package muster.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `postgresql://user@host:port/database?password-env=NAME`: where a PostgreSQL database is, and which environment
/// variable holds the password. Without one the driver looks into the file that `PGPASSFILE` names. The driver takes
/// many more options, some of which load classes or write files: none of them is passed on.
public record PostgresAddress(URI uri, SortedMap<String, String> options) {
    /// The schema that a journal's tables are in.
    static final String SCHEMA = "muster";

    private static final String PASSWORD = "password-env";
    private static final Set<String> OPTIONS = Set.of(PASSWORD, "sslmode", "sslrootcert");
    private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");
    private static final String NO_ADDRESS =
            "that is no address of PostgreSQL\nMaybe write postgresql://user@host/database?password-env=NAME";
    private static final int CONNECT_SECONDS = 10;
    private static final int DEFAULT_PORT = 5432;

    public PostgresAddress {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /// Reads an address.
    ///
    /// @throws IllegalArgumentException with what is wrong and what may help; never with what might be a password
    public static PostgresAddress of(String words) {
        try {
            var address = new PostgresAddress(new URI(words), new TreeMap<>());
            address = new PostgresAddress(address.uri(), options(address.uri().getRawQuery()));
            var problem = address.problem();
            if (!problem.isEmpty()) {
                throw new IllegalArgumentException(problem);
            }
            return address;
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException(NO_ADDRESS);
        }
    }

    private static SortedMap<String, String> options(@Nullable String query) {
        var options = new TreeMap<String, String>();
        for (var one : (query == null ? "" : query).split("&", -1)) {
            int equals = one.indexOf('=');
            if (!one.isEmpty()) {
                options.put(equals < 0 ? one : one.substring(0, equals), equals < 0 ? "" : plain(one, equals + 1));
            }
        }
        return options;
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
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
            return NO_ADDRESS;
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

    /// The password that the environment holds; empty if the address names no variable.
    ///
    /// @throws IllegalArgumentException if the variable is not set
    public String password(Map<String, String> environment) {
        var variable = options.get(PASSWORD);
        var password = variable == null ? "" : environment.getOrDefault(variable, "");
        if (variable != null && password.isEmpty()) {
            throw new IllegalArgumentException(
                    "the environment variable " + variable + ", which holds the password, is not set");
        }
        return password;
    }

    /// The address as the driver takes it, without user and options.
    public String url() {
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath();
    }

    /// What the driver needs beside the address.
    ///
    /// @param environment variables that may hold the password
    /// @throws IllegalArgumentException if the variable that the address names is not set
    public Properties properties(Map<String, String> environment) {
        var password = password(environment);
        var properties = new Properties();
        put(properties, "user", uri.getUserInfo());
        put(properties, "password", password.isEmpty() ? null : password);
        put(properties, "sslmode", options.get("sslmode"));
        put(properties, "sslrootcert", options.get("sslrootcert"));
        put(properties, "ApplicationName", "muster");
        put(properties, "connectTimeout", Integer.toString(CONNECT_SECONDS));
        put(properties, "loginTimeout", Integer.toString(CONNECT_SECONDS));
        return properties;
    }

    /// Without the options.
    @Override
    public String toString() {
        return "postgresql://" + uri.getRawAuthority() + uri.getRawPath();
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}

package muster.probes.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import muster.storage.PostgresAddress;

/// How an operator names a database: `duckdb:/path`, `sqlite:/path`, the path of such a file, or
/// `postgresql://user@host/database?password-env=NAME`. Connections only read, unless scratch tables are allowed.
///
/// @param environment variables that may hold passwords
public record Connections(Map<String, String> environment) {
    private static final String JDBC = "jdbc:";
    /// Without a limit DuckDB takes 80 % of the memory. Source: its manual, "Memory Management".
    private static final String MEMORY_LIMIT = "1GB";

    private static final String MAYBE =
            "\nMaybe write duckdb:/path, sqlite:/path or postgresql://user@host/database?password-env=NAME";

    /// Source: the file formats of SQLite ("The Database Header") and DuckDB ("Storage", magic bytes).
    private static final String SQLITE_MAGIC = "SQLite format 3";

    private static final String DUCKDB_MAGIC = "DUCK";
    private static final int DUCKDB_MAGIC_AT = 8;
    private static final int MAGIC_BYTES = 16;

    public Connections {
        environment = Map.copyOf(environment);
    }

    /// The same connection, on which no query reaches other files of the machine any more: DuckDB keeps that for
    /// all connections of this process to the database until the last of them is closed. The other engines need
    /// nothing.
    public static Connection confined(Connection connection) throws SQLException {
        if (Engine.of(connection) == Engine.DUCKDB) {
            Databases.execute(connection, "SET enable_external_access = false");
        }
        return connection;
    }

    /// @param spec the words of the operator; `jdbc:` before them may be left out
    public Connected opener(String spec, Access access) {
        var words = spec.startsWith(JDBC) ? spec.substring(JDBC.length()) : spec;
        if (words.startsWith("postgresql:") || words.startsWith("postgres:")) {
            return postgres(words, access);
        }
        if (words.startsWith("duckdb:")) {
            return file(words.substring("duckdb:".length()), Engine.DUCKDB, access);
        }
        if (words.startsWith("sqlite:")) {
            return file(words.substring("sqlite:".length()), Engine.SQLITE, access);
        }
        return words.matches("[a-z][a-z0-9+]+:.*") ? unknown() : recognised(words, access);
    }

    private Connected postgres(String words, Access access) {
        try {
            var address = PostgresAddress.of(words);
            var password = address.password(environment);
            var url = address.url();
            var properties = address.properties(environment);
            if (access == Access.READ) {
                properties.put("readOnly", "true");
                properties.put("options", "-c default_transaction_read_only=on");
            }
            return new Connected.Ready(
                    DatabaseOpener.allowing(access, () -> DriverManager.getConnection(url, properties)),
                    password.isEmpty() ? Set.of() : Set.of(password));
        } catch (IllegalArgumentException e) {
            return new Connected.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static Connected unknown() {
        return new Connected.Refused("no such kind of database" + MAYBE);
    }

    private static Connected recognised(String path, Access access) {
        try {
            var magic = magic(Path.of(path));
            if (magic.startsWith(SQLITE_MAGIC)) {
                return file(path, Engine.SQLITE, access);
            }
            return magic.startsWith(DUCKDB_MAGIC, DUCKDB_MAGIC_AT)
                    ? file(path, Engine.DUCKDB, access)
                    : new Connected.Refused(path + " is a file of neither DuckDB nor SQLite" + MAYBE);
        } catch (IOException | InvalidPathException _) {
            return new Connected.Refused(path + " cannot be read" + MAYBE);
        }
    }

    private static String magic(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAGIC_BYTES), StandardCharsets.ISO_8859_1);
        }
    }

    /// Files are not made: a database that is not there is a result, not something to be filled.
    private static Connected file(String words, Engine engine, Access access) {
        if (words.indexOf('?') >= 0 || words.indexOf(';') >= 0) {
            return new Connected.Refused("a file of a database takes no options");
        }
        try {
            var path = Path.of(words).toAbsolutePath();
            return new Connected.Ready(DatabaseOpener.allowing(access, () -> opened(path, engine, access)), Set.of());
        } catch (InvalidPathException _) {
            return new Connected.Refused("that is no path");
        }
    }

    private static Connection opened(Path path, Engine engine, Access access) throws SQLException {
        if (!Files.isRegularFile(path)) {
            throw new SQLException("there is no file " + path);
        }
        return switch (engine) {
            case DUCKDB -> DriverManager.getConnection("jdbc:duckdb:" + path, duckdb(access));
            case SQLITE -> DriverManager.getConnection("jdbc:sqlite:" + path, sqlite(access));
            case POSTGRESQL -> throw new SQLException("PostgreSQL is no file");
        };
    }

    /// A query of a stranger must not read other files, fetch extensions or undo that.
    private static Properties duckdb(Access access) {
        var properties = new Properties();
        properties.put("access_mode", access == Access.READ ? "READ_ONLY" : "READ_WRITE");
        Arrays.asList("autoinstall_known_extensions", "autoload_known_extensions", "enable_external_access")
                .forEach(option -> properties.put(option, "false"));
        properties.put("memory_limit", MEMORY_LIMIT);
        properties.put("lock_configuration", "true");
        properties.put("jdbc_stream_results", "true");
        return properties;
    }

    private static Properties sqlite(Access access) {
        var properties = new Properties();
        // SQLITE_OPEN_READONLY is 1, SQLITE_OPEN_READWRITE is 2: neither makes a file.
        properties.put("open_mode", access == Access.READ ? "1" : "2");
        properties.put("busy_timeout", "10000");
        return properties;
    }
}

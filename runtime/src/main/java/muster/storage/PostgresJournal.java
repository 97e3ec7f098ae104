package muster.storage;

import java.util.Map;
import java.util.Properties;

/// Journals in a PostgreSQL database that several servers share, in a schema of their own.
public final class PostgresJournal {
    /// A server that was cut off is given up after this; no transaction of a journal takes as long.
    private static final String SOCKET_SECONDS = "30";

    private PostgresJournal() {}

    /// Opens it for reading and writing, and creates its tables if they are not there.
    ///
    /// @param environment variables that may hold the password: the one that the address names, or `PGPASSWORD`
    /// @throws JournalUnavailable if the database does not answer or its tables are of a newer version
    public static Journal open(PostgresAddress address, Map<String, String> environment) {
        return JdbcJournal.open(dialect(address, environment), address.toString());
    }

    /// Opens it for reading only.
    ///
    /// @param environment variables that may hold the password: the one that the address names, or `PGPASSWORD`
    /// @throws JournalUnavailable if the database does not answer or holds no journal
    public static Journal openReadOnly(PostgresAddress address, Map<String, String> environment) {
        return JdbcJournal.openReadOnly(dialect(address, environment), address.toString());
    }

    /// Opens the outbox of the database's journal, and creates its tables if they are not there.
    ///
    /// @param environment variables that may hold the password: the one that the address names, or `PGPASSWORD`
    /// @throws JournalUnavailable if the database does not answer or its tables are of a newer version
    public static Outbox outbox(PostgresAddress address, Map<String, String> environment) {
        return Outbox.open(dialect(address, environment), address.toString());
    }

    static PostgresDialect dialect(PostgresAddress address, Map<String, String> environment) {
        return new PostgresDialect(address.url(), properties(address, environment));
    }

    /// Commits wait for the disk whatever the server's own setting is.
    private static Properties properties(PostgresAddress address, Map<String, String> environment) {
        var properties = address.properties(environment);
        var usual = environment.get("PGPASSWORD");
        if (usual != null && !properties.containsKey("password")) {
            properties.put("password", usual);
        }
        properties.put("currentSchema", PostgresAddress.SCHEMA);
        properties.put("options", "-c synchronous_commit=on");
        properties.put("reWriteBatchedInserts", "true");
        properties.put("tcpKeepAlive", "true");
        properties.put("socketTimeout", SOCKET_SECONDS);
        return properties;
    }
}

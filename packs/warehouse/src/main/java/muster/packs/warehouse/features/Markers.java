package muster.packs.warehouse.features;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// What was generated, in the table `_muster_generated`: a digest of what each table was made from.
final class Markers {
    private static final String TABLE = "_muster_generated";

    private final Map<String, String> digests;

    private Markers(Map<String, String> digests) {
        this.digests = digests;
    }

    static Markers open(Session session) throws SQLException {
        session.execute("CREATE TABLE IF NOT EXISTS " + TABLE
                + " (table_name VARCHAR NOT NULL, digest VARCHAR NOT NULL, row_count BIGINT NOT NULL)");
        var digests = new ConcurrentHashMap<String, String>();
        session.query("SELECT table_name, digest FROM " + TABLE).forEach(row -> digests.put(row.text(0), row.text(1)));
        return new Markers(digests);
    }

    /// Empty if the table was not generated.
    String digest(String table) {
        return digests.getOrDefault(table, "");
    }

    boolean has(String table) {
        return digests.containsKey(table);
    }

    /// Enters a table within the transaction that makes it.
    void enter(Session session, String table, String digest) throws SQLException {
        session.execute("DELETE FROM %s WHERE table_name = %s".formatted(TABLE, Sql.text(table)));
        session.execute("INSERT INTO %s SELECT %s, %s, count(*) FROM %s"
                .formatted(TABLE, Sql.text(table), Sql.text(digest), Sql.identifier(table)));
    }

    /// Notes a table that will be made.
    void intend(Session session, String table) throws SQLException {
        if (!has(table)) {
            session.execute("INSERT INTO %s VALUES (%s, '', 0)".formatted(TABLE, Sql.text(table)));
            digests.put(table, "");
        }
    }

    /// Enters a table that was noted and is made now; answers its rows.
    long complete(Session session, String table, String digest) throws SQLException {
        long rows = session.one("SELECT count(*) FROM " + Sql.identifier(table)).number(0);
        session.execute("UPDATE %s SET digest = %s, row_count = %d WHERE table_name = %s"
                .formatted(TABLE, Sql.text(digest), rows, Sql.text(table)));
        return rows;
    }

    /// Tells how a table that was noted would be entered.
    void tell(Session session, String table, String digest) throws SQLException {
        session.execute("UPDATE %s SET digest = %s, row_count = (SELECT count(*) FROM %s) WHERE table_name = %s"
                .formatted(TABLE, Sql.text(digest), Sql.identifier(table), Sql.text(table)));
        digests.put(table, digest);
    }

    /// The rows of a table that was entered.
    long rows(Session session, String table) throws SQLException {
        return session.one("SELECT row_count FROM %s WHERE table_name = %s".formatted(TABLE, Sql.text(table)))
                .number(0);
    }

    /// Whether what was committed is there; returns its rows.
    long confirm(Session session, String table, String digest) throws SQLException {
        var found = session.query("SELECT row_count FROM %s WHERE table_name = %s AND digest = %s"
                .formatted(TABLE, Sql.text(table), Sql.text(digest)));
        if (found.size() != 1) {
            throw new SQLException("the commit returned, but " + table + " is not entered as generated");
        }
        digests.put(table, digest);
        return found.getFirst().number(0);
    }
}

package muster.probes.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A table of our own in a database: made, changed, looked for and removed. It holds nothing but its mark.
record ScratchTable(Connection connection, Engine engine, ScratchName name) {
    /// The only column. A table without it, or with others, is not ours whatever its name.
    static final String MARK = "muster_probe";

    /// Longest time of one change. Nobody else locks the table; what takes longer waits for a catalogue's lock.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    boolean create() throws SQLException {
        change("CREATE TABLE " + quoted() + " (" + MARK + " INTEGER)");
        return isThere(name.name());
    }

    boolean insert() throws SQLException {
        change("INSERT INTO " + quoted() + " VALUES (1)");
        return rows(name.name()).equals(List.of("1"));
    }

    boolean rename() throws SQLException {
        change("ALTER TABLE " + quoted() + " RENAME TO " + Engine.quoted(name.renamed()));
        return !isThere(name.name()) && isThere(name.renamed());
    }

    boolean read() throws SQLException {
        return rows(name.renamed()).equals(List.of("1"));
    }

    boolean drop() throws SQLException {
        change("DROP TABLE " + Engine.quoted(name.renamed()));
        return !isThere(name.renamed());
    }

    /// Tries to remove whatever is left of it, and says what then still is there: the catalogue is asked, because
    /// what a driver reports of a change proves nothing.
    List<String> removed() throws SQLException {
        var left = new ArrayList<String>();
        for (var one : List.of(name.name(), name.renamed())) {
            if (isThere(one)) {
                remove(one);
            }
            if (isThere(one)) {
                left.add(one);
            }
        }
        return left;
    }

    private void remove(String table) {
        try {
            change("DROP TABLE IF EXISTS " + Engine.quoted(table));
        } catch (SQLException _) {
            // Whether it is gone is asked next; why not has been reported by the verb that failed.
        }
    }

    private List<String> rows(String table) throws SQLException {
        return reader().column("SELECT " + MARK + " FROM " + Engine.quoted(table));
    }

    private boolean isThere(String table) throws SQLException {
        return new Relations(reader())
                .named(table).stream().anyMatch(one -> one.name().equals(table));
    }

    private Reader reader() {
        return new Reader(connection, engine, LIMIT);
    }

    private void change(String sql) throws SQLException {
        TooSlow.execute(connection, LIMIT, sql);
    }

    private String quoted() {
        return Engine.quoted(name.name());
    }
}

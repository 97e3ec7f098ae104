package muster.probes.data;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import muster.claims.Tables;
import org.jspecify.annotations.Nullable;

/// The tables of one connected database, read when they are first asked for. A database that does not answer has none.
public final class DatabaseTables implements Tables {
    /// A claim is not worth a longer count.
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String name;
    private final DatabaseOpener opener;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable SortedMap<String, Set<String>> columns;

    /// @param name by which the operator has connected it
    public DatabaseTables(String name, DatabaseOpener opener) {
        this.name = name;
        this.opener = opener;
    }

    @Override
    public SortedMap<String, Set<String>> columns() {
        lock.lock();
        try {
            if (columns == null) {
                columns = Collections.unmodifiableSortedMap(read());
            }
            return columns;
        } finally {
            lock.unlock();
        }
    }

    private SortedMap<String, Set<String>> read() {
        var read = new TreeMap<String, Set<String>>();
        try (var connection = opener.open();
                var rows = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (rows.next()) {
                var table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                read.computeIfAbsent(table, _ -> new HashSet<>())
                        .add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        } catch (SQLException _) {
            return new TreeMap<>();
        }
        return read;
    }

    /// Of all databases.
    public static List<Tables> of(Map<String, DatabaseOpener> openers) {
        return openers.entrySet().stream()
                .map(each -> (Tables) new DatabaseTables(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public @Nullable Keys keys(List<String> tables, String key) {
        var known = tables.stream()
                .allMatch(
                        table -> columns().getOrDefault(plain(table), Set.of()).contains(key.toLowerCase(Locale.ROOT)));
        if (!known) {
            return null;
        }
        try (var connection = opener.open()) {
            return new Reader(connection, Engine.of(connection), LIMIT)
                    .reading(reader -> Optional.ofNullable(counted(reader, tables, key)))
                    .orElse(null);
        } catch (SQLException _) {
            return null;
        }
    }

    private static String plain(String table) {
        return table.substring(table.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static @Nullable Keys counted(Reader reader, List<String> tables, String key) throws SQLException {
        var rows = new ArrayList<Long>();
        var selects = new ArrayList<String>();
        var form = Form.UNIQUE;
        for (var table : tables) {
            if (!(Lookup.of(reader, table) instanceof Lookup.Found(Relation relation))) {
                return null;
            }
            var column = Columns.of(reader, relation).held(key);
            var quoted = Engine.quoted(String.valueOf(column));
            var counts = reader.rows("SELECT COUNT(*), COUNT(DISTINCT " + quoted + ") FROM " + relation.quoted())
                    .getFirst();
            var all = Long.parseLong(String.valueOf(counts.getFirst()));
            form = all == Long.parseLong(String.valueOf(counts.getLast())) ? form : Form.REPEATED;
            rows.add(all);
            selects.add("SELECT " + quoted + " AS k FROM " + relation.quoted());
        }
        var union = selects.stream().collect(Collectors.joining(" UNION ", "SELECT COUNT(k) FROM (", ") AS keys"));
        return new Keys(rows, reader.number(union), form);
    }

    @Override
    public String place(String table) {
        return "database " + name;
    }
}

package muster.probes.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// All tables of all connected databases with their columns, read once. Names are compared without case.
public final class Catalogue {
    /// Stands in a name for what is known only at run time.
    public static final char HOLE = '\ufffc';

    private final Databases databases;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Content content;

    /// @param columns by table
    /// @param homes names of databases and schemas: what a qualified name of a table here begins with
    /// @param why why a database could not be read, empty if all could
    private record Content(Map<String, Set<String>> columns, Set<String> homes, String why) {}

    public Catalogue(Databases databases) {
        this.databases = databases;
    }

    /// False if nothing can be said of any table.
    public boolean isKnown() {
        return !databases.openers().isEmpty() && content().why().isEmpty();
    }

    /// True if this is the name of a connected database or of a schema in one.
    public boolean isHome(String dataset) {
        return content().homes().contains(dataset.toLowerCase(Locale.ROOT));
    }

    /// The tables a name with holes may mean.
    public List<String> matching(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        if (wanted.indexOf(HOLE) < 0) {
            return content().columns().containsKey(wanted) ? List.of(wanted) : List.of();
        }
        var pattern = Pattern.compile(Pattern.quote(wanted).replace(String.valueOf(HOLE), "\\E.*\\Q"));
        return content().columns().keySet().stream()
                .filter(table -> pattern.matcher(table).matches())
                .toList();
    }

    /// The columns that any of the tables has.
    public Set<String> columns(List<String> tables) {
        var all = new HashSet<String>();
        tables.forEach(table -> all.addAll(content().columns().getOrDefault(table, Set.of())));
        return all;
    }

    private Content content() {
        lock.lock();
        try {
            if (content == null) {
                content = read();
            }
            return content;
        } finally {
            lock.unlock();
        }
    }

    private Content read() {
        var columns = new TreeMap<String, Set<String>>();
        var homes = new HashSet<String>();
        var why = new ArrayList<String>();
        for (var database : databases.openers().entrySet()) {
            homes.add(lower(database.getKey()));
            try {
                read(database.getValue(), columns, homes);
            } catch (SQLException e) {
                why.add(database.getKey() + ": " + e.getMessage());
            }
        }
        return new Content(columns, homes, String.join("; ", why));
    }

    private static void read(DatabaseOpener opener, Map<String, Set<String>> columns, Set<String> homes)
            throws SQLException {
        try (var connection = opener.open();
                var rows = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (rows.next()) {
                homes.add(lower(rows.getString("TABLE_SCHEM")));
                columns.computeIfAbsent(lower(rows.getString("TABLE_NAME")), _ -> new HashSet<>())
                        .add(lower(rows.getString("COLUMN_NAME")));
            }
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

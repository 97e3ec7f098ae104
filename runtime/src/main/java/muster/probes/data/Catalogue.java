package muster.probes.data;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import muster.observation.Ground;
import org.jspecify.annotations.Nullable;

/// All tables of all connected databases with their columns, read once; without any, what files of the
/// workspace list. Names are compared without case.
public final class Catalogue {
    /// Stands in a name for what is known only at run time.
    public static final char HOLE = '\ufffc';

    /// Schemas and databases that engines bring themselves.
    private static final Set<String> BROUGHT = Set.of("information_schema", "pg_catalog", "system");

    private final Databases databases;
    private final Ground ground;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Content content;

    /// @param columns by table
    /// @param homes names of databases and schemas: what a qualified name of a table here begins with
    /// @param own names that the database has not brought itself
    private record Content(
            Map<String, Set<String>> columns, Set<String> own, Set<String> homes, Standing standing, String listing) {}

    /// What is known of tables, and from where.
    public enum Standing {
        /// No database could be read, and nothing lists tables.
        UNKNOWN,
        /// A file of the workspace lists their names, one beside it perhaps their columns.
        LISTED,
        /// They were read from the connected databases.
        LIVE
    }

    /// @param ground where a listing is looked for
    public Catalogue(Databases databases, Ground ground) {
        this.databases = databases;
        this.ground = ground;
    }

    /// Where what is known of tables comes from.
    public Standing standing() {
        return content().standing();
    }

    /// False if nothing certain can be said of any table.
    public boolean isKnown() {
        return standing() == Standing.LIVE;
    }

    /// The file that lists the tables, empty unless they are only listed.
    public String listing() {
        return content().listing();
    }

    /// The names of all tables but the databases' own, in lower case.
    public Set<String> names() {
        return content().own();
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

    /// The columns that any of the tables has; none if those of a table are not known.
    public @Nullable Set<String> columns(List<String> tables) {
        var all = new HashSet<String>();
        for (var table : tables) {
            var known = content().columns().getOrDefault(table, Set.of());
            if (known.isEmpty()) {
                return null;
            }
            all.addAll(known);
        }
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
        var own = new TreeSet<String>();
        boolean readable = !databases.openers().isEmpty();
        for (var database : databases.openers().entrySet()) {
            homes.add(lower(database.getKey()));
            try {
                read(database.getValue(), new Content(columns, own, homes, Standing.LIVE, ""));
            } catch (SQLException _) {
                readable = false;
            }
        }
        return readable ? new Content(columns, own, homes, Standing.LIVE, "") : listed();
    }

    private Content listed() {
        var columns = new TreeMap<String, Set<String>>();
        var listed = ListedTables.in(ground);
        if (listed == null) {
            return new Content(columns, Set.of(), Set.of(), Standing.UNKNOWN, "");
        }
        var told = ListedColumns.beside(listed, ground).byTable();
        listed.names().forEach(name -> columns.put(name, told.getOrDefault(name, Set.of())));
        return new Content(columns, listed.names(), Set.of(), Standing.LISTED, listed.file());
    }

    private static void read(DatabaseOpener opener, Content content) throws SQLException {
        try (var connection = opener.open();
                var rows = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (rows.next()) {
                var schema = lower(rows.getString("TABLE_SCHEM"));
                var table = lower(rows.getString("TABLE_NAME"));
                content.homes().add(schema);
                content.columns()
                        .computeIfAbsent(table, _ -> new HashSet<>())
                        .add(lower(rows.getString("COLUMN_NAME")));
                if (!BROUGHT.contains(schema) && !BROUGHT.contains(lower(rows.getString("TABLE_CAT")))) {
                    content.own().add(table);
                }
            }
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

package muster.packs.warehouse.sql;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the current schema holds, as the catalog lists it at one moment.
///
/// @param relations by name; names that differ only in case are held for the same, as DuckDB does
public record Catalog(Map<String, Kind> relations) {
    /// Names that begin so belong to this pack and are no part of the warehouse it works on.
    public static final String OWN_PREFIX = "_muster_";

    /// The query of the first listing, as most engines have it.
    public static final String LISTING = """
            SELECT table_name, table_type FROM information_schema.tables
            WHERE table_catalog = current_database() AND table_schema = current_schema()""";

    /// A table with rows of its own, or a view.
    public enum Kind {
        TABLE,
        VIEW
    }

    public Catalog {
        relations = Collections.unmodifiableMap(new TreeMap<>(relations));
    }

    /// Reads the first listing.
    public static Catalog read(Session session) throws SQLException {
        return of(session.query(session.dialect().listing()));
    }

    /// Reads the second listing, by which the first can be checked.
    public static Catalog readSecond(Session session) throws SQLException {
        return of(session.query(session.dialect().secondListing()));
    }

    /// The same when the names of the tables have just been read: where views can be read alone, only they are.
    ///
    /// @param tables those of [Dialect#identities()]
    public static Catalog read(Session session, Collection<String> tables) throws SQLException {
        var views = session.dialect().viewNames();
        if (views == null) {
            return read(session);
        }
        var relations = new HashMap<String, Kind>();
        tables.forEach(table -> relations.put(table, Kind.TABLE));
        session.query(views).forEach(row -> relations.put(row.text(0), Kind.VIEW));
        return new Catalog(relations);
    }

    private static Catalog of(List<Row> rows) {
        var relations = new HashMap<String, Kind>();
        rows.forEach(row -> relations.put(row.text(0), row.text(1).equals("VIEW") ? Kind.VIEW : Kind.TABLE));
        return new Catalog(relations);
    }

    /// The base tables of the warehouse, without the pack's own, sorted.
    public List<String> tables() {
        return named(Kind.TABLE);
    }

    /// The views of the warehouse, sorted.
    public List<String> views() {
        return named(Kind.VIEW);
    }

    public boolean has(String name, Kind kind) {
        return relations.get(name) == kind;
    }

    /// The existing name that a name would collide with, if any.
    public @Nullable String holder(String name) {
        return relations.containsKey(name)
                ? name
                : relations.keySet().stream()
                        .filter(each -> folded(each).equals(folded(name)))
                        .findFirst()
                        .orElse(null);
    }

    /// A name as the warehouse compares it.
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private List<String> named(Kind kind) {
        return relations.entrySet().stream()
                .filter(each -> each.getValue() == kind && !each.getKey().startsWith(OWN_PREFIX))
                .map(Map.Entry::getKey)
                .toList();
    }
}

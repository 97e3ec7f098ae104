package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;

/// What stands around the tables to be renamed and may be in their way.
///
/// @param blocked tables that the engine refuses to rename: they have an index, or take part in a foreign key
/// @param dependents a view that reads the table, by table; it breaks when the name goes away
record Surroundings(Catalog catalog, Set<String> blocked, Map<String, String> dependents) {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^A-Za-z0-9_]+");

    Surroundings {
        blocked = Set.copyOf(blocked);
        dependents = Map.copyOf(dependents);
    }

    static Surroundings read(Session session, Catalog catalog) throws SQLException {
        var blocked = new HashSet<String>();
        session.query(session.dialect().renameBlockers()).forEach(row -> {
            blocked.add(row.text(0));
            blocked.addAll(Arrays.asList(NOT_A_WORD.split(row.text(1))));
        });
        return new Surroundings(catalog, blocked, dependents(session, catalog));
    }

    private static Map<String, String> dependents(Session session, Catalog catalog) throws SQLException {
        var dependents = new HashMap<String, String>();
        session.query(session.dialect().views())
                .forEach(row -> Arrays.stream(NOT_A_WORD.split(row.text(1)))
                        .filter(word -> catalog.has(word, Catalog.Kind.TABLE))
                        .forEach(word -> dependents.put(word, row.text(0))));
        return dependents;
    }
}

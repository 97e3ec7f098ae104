package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// What was in the result of a merge when it was made, in `_muster_made`: whether somebody has changed a value since
/// is known by it before an undo drops the table.
///
/// @param parts columns by the name of a part
/// @param print what the fingerprint of these parts says in words
record Made(Map<String, List<String>> parts, String print) {
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS _muster_made(key VARCHAR, name VARCHAR, parts VARCHAR, print VARCHAR)";

    /// The unit and the record separator; no column is called so.
    private static final String BETWEEN = "\u001f";

    private static final String AFTER = "\u001e";

    Made {
        parts = new LinkedHashMap<>(parts);
    }

    static void create(Session session) throws SQLException {
        session.create(List.of(TABLE));
    }

    /// The statements that write it down, for the transaction that makes the table.
    List<String> remember(String key, String name) {
        var text = parts.entrySet().stream()
                .map(each -> each.getKey() + BETWEEN + String.join(BETWEEN, each.getValue()))
                .collect(Collectors.joining(AFTER));
        return List.of(
                "DELETE FROM _muster_made WHERE key = %s AND name = %s".formatted(Sql.text(key), Sql.text(name)),
                "INSERT INTO _muster_made VALUES (%s, %s, %s, %s)"
                        .formatted(Sql.text(key), Sql.text(name), Sql.text(text), Sql.text(print)));
    }

    /// Whether the table has other values than were written down of it.
    ///
    /// @param made tables that a key has made
    static boolean isOther(Session session, Map<String, Made> made, String name) throws SQLException {
        var then = made.get(name);
        return then != null && !then.print().equals(Recipe.words(Fingerprint.of(session, name, then.parts())));
    }

    /// Those of one key, by table.
    static Map<String, Made> of(Session session, Catalog catalog, String key) throws SQLException {
        var made = new HashMap<String, Made>();
        if (catalog.has("_muster_made", Catalog.Kind.TABLE)) {
            session.query("SELECT name, parts, print FROM _muster_made WHERE key = " + Sql.text(key))
                    .forEach(row -> made.put(row.text(0), new Made(parts(row.text(1)), row.text(2))));
        }
        return made;
    }

    private static Map<String, List<String>> parts(String text) {
        var parts = new LinkedHashMap<String, List<String>>();
        Arrays.stream(text.split(AFTER))
                .map(each -> List.of(each.split(BETWEEN)))
                .forEach(words -> parts.put(words.getFirst(), words.subList(1, words.size())));
        return parts;
    }
}

package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Sources that were dropped, with the query that makes each of them again, in the table `_muster_dropped`.
final class Dropped {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS _muster_dropped(key VARCHAR, name VARCHAR, query VARCHAR,
            columns VARCHAR, print VARCHAR)""";

    /// The unit separator; no column is called so.
    private static final String BETWEEN = "\u001f";

    private Dropped() {}

    static void create(Session session) throws SQLException {
        session.execute(TABLE);
    }

    /// The statements that write down a recipe, for the transaction that drops the table.
    static List<String> remember(String key, String name, Recipe recipe) {
        return List.of(
                "DELETE FROM _muster_dropped WHERE key = %s AND name = %s".formatted(Sql.text(key), Sql.text(name)),
                "INSERT INTO _muster_dropped VALUES (%s, %s, %s, %s, %s)"
                        .formatted(
                                Sql.text(key),
                                Sql.text(name),
                                Sql.text(recipe.query()),
                                Sql.text(String.join(BETWEEN, recipe.columns())),
                                Sql.text(recipe.print())));
    }

    /// The recipes that one key has written, by table.
    static Map<String, Recipe> of(Session session, Catalog catalog, String key) throws SQLException {
        if (!catalog.has("_muster_dropped", Catalog.Kind.TABLE)) {
            return Map.of();
        }
        return session
                .query("SELECT name, query, columns, print FROM _muster_dropped WHERE key = " + Sql.text(key))
                .stream()
                .collect(Collectors.toMap(
                        row -> row.text(0),
                        row -> new Recipe(row.text(1), List.of(row.text(2).split(BETWEEN)), row.text(3))));
    }
}

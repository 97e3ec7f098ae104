package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Digest;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import org.jspecify.annotations.Nullable;

/// Finds and proves the query that makes a dropped source again. Its types are read through a view, which is
/// dropped before the transaction ends.
///
/// @param target the result of the consolidation
/// @param columns the names of its columns
/// @param windows which windows have given each column of it
record Restoring(Session session, String target, List<String> columns, Map<String, List<String>> windows) {
    private static final String VIEW = "_muster_recipe_";

    private static final int DIGITS = 12;

    /// @param sources columns of each source, by the name under which it is kept
    static Restoring of(Session session, String target, Map<String, List<Row>> sources) throws SQLException {
        var columns = Proofs.names(Contents.columns(session, target));
        var windows = new LinkedHashMap<String, List<String>>();
        sources.forEach((table, list) -> Proofs.names(list).forEach(name -> {
            var window = WindowGroup.window(table);
            var merged = merged(columns, name, window);
            var given = windows.computeIfAbsent(merged, key -> new ArrayList<>());
            if (!given.contains(window)) {
                given.add(window);
            }
        }));
        return new Restoring(session, target, columns, windows);
    }

    /// What a column of a source is called in the result.
    private static String merged(List<String> columns, String name, String window) {
        return columns.contains(name) ? name : name + "_" + window;
    }

    /// The proved recipe of a source.
    ///
    /// @throws BrokenInvariant if the result does not give back every row and column
    Recipe recipe(String table, List<Row> list) throws SQLException {
        var expressions = new LinkedHashMap<String, String>();
        var own = new ArrayList<String>();
        for (var column : list) {
            var name = column.text(0);
            var merged = merged(columns, name, WindowGroup.window(table));
            boolean given = columns.contains(merged);
            expressions.put(name, given ? Sql.identifier(merged) : constant(table, column));
            boolean alone = windows.getOrDefault(merged, List.of()).size() == 1;
            if (given && alone && !name.equals(Merge.KEY)) {
                own.add(merged);
            }
        }
        BrokenInvariant.unless(!own.isEmpty(), target + " has no column of " + table + " alone");
        var query = Recipe.query(session.dialect().inFull(target), expressions, own);
        typed(VIEW + Digest.sha256(table).substring(0, DIGITS), query, list);
        var names = Proofs.names(list);
        var print = print(session, query, names);
        BrokenInvariant.unless(
                print.equals(Recipe.words(Fingerprint.of(session, table, Map.of("row", names)))),
                target + " does not give back every row of " + table);
        return new Recipe(query, names, print);
    }

    /// A column that the result does not have is given back if it has one value.
    private String constant(String table, Row column) throws SQLException {
        var name = Sql.identifier(column.text(0));
        var found = session.one(
                "SELECT count(DISTINCT %1$s), count(*) - count(%1$s), count(%1$s), min(CAST(%1$s AS VARCHAR)) FROM %2$s"
                        .formatted(name, Sql.identifier(table)));
        boolean empty = found.number(2) == 0;
        BrokenInvariant.unless(
                empty || (found.number(0) == 1 && found.number(1) == 0),
                "%s of %s has several values, which %s does not have".formatted(column.text(0), table, target));
        return "CAST(%s AS %s)".formatted(empty ? "NULL" : Sql.text(found.text(3)), column.text(1));
    }

    /// A recipe gives columns of the names and types that are expected.
    private void typed(String view, String query, List<Row> expected) throws SQLException {
        session.execute("CREATE OR REPLACE VIEW %s AS %s".formatted(view, query));
        var found = Contents.columns(session, view);
        session.execute("DROP VIEW " + view);
        BrokenInvariant.unless(found.equals(expected), target + " gives back " + found + ", not " + expected);
    }

    /// Whether a recipe still gives the rows that it was proved to give.
    static boolean stands(Session session, Recipe recipe) {
        try {
            return print(session, recipe.query(), recipe.columns()).equals(recipe.print());
        } catch (SQLException e) {
            return false;
        }
    }

    /// Whether a recipe still gives the rows of a table that is there.
    static boolean gives(Session session, @Nullable Recipe recipe, String table) throws SQLException {
        return recipe != null
                && stands(session, recipe)
                && Recipe.words(Fingerprint.of(session, table, Map.of("row", recipe.columns())))
                        .equals(recipe.print());
    }

    private static String print(Session session, String query, List<String> columns) throws SQLException {
        return Recipe.words(Fingerprint.ofQuery(session, query, Map.of("row", columns)));
    }
}

package muster.packs.warehouse.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Sql;

/// How the columns of several tables become the columns of one, joined on their key.
///
/// @param tables the tables to join, in order
/// @param columns the new columns by name, each with the source column per table that it is made of
record Merge(List<String> tables, Map<String, Map<String, String>> columns) {
    static final String KEY = "interval_time";

    /// The part of a source that the result has of it alone.
    static final String OWN = "own";

    /// The part of the result that is its key; no table has an empty name.
    static final String KEYS = "";

    Merge {
        tables = List.copyOf(tables);
        columns = new LinkedHashMap<>(columns);
    }

    /// @param once columns that all tables share and the result has once
    /// @param dropped columns that the result does not have
    record Treatment(Set<String> once, Set<String> dropped) {}

    /// Columns of one name in several tables get the window of their table, unless they are shared.
    static Merge of(Map<String, List<String>> columnsByTable, Treatment treatment) {
        var tables = List.copyOf(columnsByTable.keySet());
        Map<String, Long> uses = columnsByTable.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Catalog::folded, Collectors.counting()));
        var columns = new LinkedHashMap<String, Map<String, String>>();
        columnsByTable.forEach((table, names) -> names.stream()
                .filter(name -> !name.equals(KEY) && !treatment.dropped().contains(name))
                .forEach(name -> {
                    var alone = uses.getOrDefault(Catalog.folded(name), 1L) == 1
                            || treatment.once().contains(name);
                    var merged = alone ? name : name + "_" + WindowGroup.window(table);
                    columns.computeIfAbsent(merged, key -> new LinkedHashMap<>())
                            .put(table, name);
                }));
        return new Merge(tables, columns);
    }

    /// What the fingerprint of a source, or of its copy, is taken of: the columns that the result has of this
    /// table alone, and the others with the key.
    ///
    /// @param names the columns of the table
    Map<String, List<String>> parts(String table, List<String> names) {
        var own = own(table).values().stream().toList();
        var rest = names.stream().filter(name -> !own.contains(name)).toList();
        var parts = new LinkedHashMap<String, List<String>>();
        parts.put(OWN, own);
        parts.put("others", rest);
        return parts;
    }

    /// What the fingerprint of the result is taken of: by source, the columns that it has of this table
    /// alone; and the key.
    Map<String, List<String>> parts() {
        var parts = new LinkedHashMap<String, List<String>>();
        parts.put(KEYS, List.of(KEY));
        tables.forEach(table -> parts.put(table, List.copyOf(own(table).keySet())));
        return parts;
    }

    /// The columns that come of one table alone: the source's column by the result's, in order.
    Map<String, String> own(String table) {
        var own = new LinkedHashMap<String, String>();
        columns.forEach((name, sources) -> {
            var source = sources.get(table);
            if (source != null && sources.size() == 1) {
                own.put(name, source);
            }
        });
        return own;
    }

    /// Names that would collide in the result.
    List<String> collisions() {
        var seen = new HashMap<String, String>();
        var collisions = new ArrayList<String>();
        for (var name : columns.keySet()) {
            var other = seen.putIfAbsent(Catalog.folded(name), name);
            if (other != null || name.equals(KEY)) {
                collisions.add(name);
            }
        }
        return collisions;
    }

    /// The join is chained by USING: a third table joined on the key of the first alone would repeat rows
    /// that are missing in the first.
    String create(String target) {
        var list = columns.entrySet().stream()
                .map(each -> expression(each.getValue()) + " AS " + Sql.identifier(each.getKey()))
                .collect(Collectors.joining(", "));
        var join = tables.stream()
                .skip(1)
                .map(table -> " FULL OUTER JOIN %s USING (%s)".formatted(Sql.identifier(table), KEY))
                .collect(Collectors.joining("", Sql.identifier(tables.getFirst()), ""));
        return "CREATE TABLE %s AS SELECT %s, %s FROM %s ORDER BY %s"
                .formatted(Sql.identifier(target), KEY, list, join, KEY);
    }

    private static String expression(Map<String, String> parts) {
        var sources = parts.entrySet().stream()
                .map(each -> Sql.identifier(each.getKey()) + "." + Sql.identifier(each.getValue()))
                .toList();
        return sources.size() == 1 ? sources.getFirst() : "coalesce(" + String.join(", ", sources) + ")";
    }
}

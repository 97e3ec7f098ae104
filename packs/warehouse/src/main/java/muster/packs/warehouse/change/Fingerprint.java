package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// What is in a table, in one pass: rows, keys, and for each part of its columns the count, XOR and sum of
/// hashes of (key, values), over the rows in which one of these columns has a value.
///
/// The order of rows does not matter. XOR alone is blind to pairs of equal rows, so a sum stands beside it.
/// One hash for a part costs a third of one for each of nine columns, and binds the values of a row together.
///
/// @param keyed rows whose key is not NULL
/// @param parts checksums by the name of a part
record Fingerprint(long rows, long keyed, Map<String, List<String>> parts) {
    private static final int NUMBERS = 3;

    Fingerprint {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /// @param parts columns by the name of a part; a part without columns is left out
    static Fingerprint of(Session session, String table, Map<String, List<String>> parts) throws SQLException {
        return of(session, Map.of(table, parts)).values().iterator().next();
    }

    /// Of several tables in one statement, so that the engine can read them at the same time.
    ///
    /// @param parts columns by the name of a part, by table
    static Map<String, Fingerprint> of(Session session, Map<String, Map<String, List<String>>> parts)
            throws SQLException {
        var prints = new LinkedHashMap<String, Fingerprint>();
        var tables = List.copyOf(parts.keySet());
        var widths = tables.stream()
                .collect(Collectors.groupingBy(each -> named(parts, each).size()));
        for (var alike : widths.values()) {
            var query = alike.stream()
                    .map(each -> selection(session, tables.indexOf(each), Sql.identifier(each), named(parts, each)))
                    .collect(Collectors.joining(" UNION ALL "));
            for (var row : session.query(query)) {
                var table = tables.get((int) row.number(0));
                prints.put(table, of(row, named(parts, table)));
            }
        }
        return prints;
    }

    /// Of the rows of a query.
    static Fingerprint ofQuery(Session session, String query, Map<String, List<String>> parts) throws SQLException {
        var named = named(Map.of("", parts), "");
        return of(session.one(selection(session, 0, "(" + query + ") AS rows_of_query", named)), named);
    }

    private static List<Map.Entry<String, List<String>>> named(
            Map<String, Map<String, List<String>>> parts, String table) {
        return parts.getOrDefault(table, Map.of()).entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .toList();
    }

    private static String selection(
            Session session, int place, String relation, List<Map.Entry<String, List<String>>> named) {
        var list = named.stream()
                .map(each -> session.dialect()
                        .checksum(
                                Merge.KEY,
                                each.getValue().stream().map(Sql::identifier).toList()));
        return Stream.concat(Stream.of(place + ", count(*), count(" + Merge.KEY + ")"), list)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + relation));
    }

    private static Fingerprint of(Row row, List<Map.Entry<String, List<String>>> named) {
        var checksums = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < named.size(); i++) {
            var numbers = new ArrayList<String>();
            for (int number = 0; number < NUMBERS; number++) {
                numbers.add(row.text(3 + i * NUMBERS + number));
            }
            checksums.put(named.get(i).getKey(), List.copyOf(numbers));
        }
        return new Fingerprint(row.number(1), row.number(2), checksums);
    }

    /// Each column a part of its own, under its name.
    static Map<String, List<String>> singly(List<String> columns) {
        return columns.stream()
                .collect(Collectors.toMap(Function.identity(), List::of, (first, second) -> first, LinkedHashMap::new));
    }

    /// Whether the values of a part here are those of a part there, key by key.
    boolean agrees(String part, Fingerprint other, String otherPart) {
        return parts.getOrDefault(part, List.of()).equals(other.parts().getOrDefault(otherPart, List.of()));
    }
}

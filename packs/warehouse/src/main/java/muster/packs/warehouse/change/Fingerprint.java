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
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// What is in a table, in one pass: rows, keys, and for each part of its columns the count, XOR and sum of hashes of
/// (key, values), over the rows in which one of these columns has a value.
///
/// The order of rows does not matter. XOR alone is blind to pairs of equal rows, so a sum stands beside it. One hash
/// for
/// a part costs a third of one for each of nine columns, and binds the values of a row together.
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
        var named = parts.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .toList();
        var list = named.stream()
                .map(each -> session.dialect()
                        .checksum(
                                Merge.KEY,
                                each.getValue().stream().map(Sql::identifier).toList()));
        var row = session.one(Stream.concat(Stream.of("count(*), count(" + Merge.KEY + ")"), list)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + Sql.identifier(table))));
        var checksums = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < named.size(); i++) {
            var numbers = new ArrayList<String>();
            for (int number = 0; number < NUMBERS; number++) {
                numbers.add(row.text(2 + i * NUMBERS + number));
            }
            checksums.put(named.get(i).getKey(), List.copyOf(numbers));
        }
        return new Fingerprint(row.number(0), row.number(1), checksums);
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

package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// What is in a table, in one pass: rows, keys, and per column the count, XOR and sum of hashes of (key, value).
///
/// The order of rows does not matter. XOR alone is blind to pairs of equal values, so a sum stands beside it.
///
/// @param keyed rows whose key is not NULL
/// @param columns checksums by column
record Fingerprint(long rows, long keyed, Map<String, List<String>> columns) {
    private static final int PARTS = 3;

    Fingerprint {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    static Fingerprint of(Session session, String table, List<String> columns) throws SQLException {
        var dialect = session.dialect();
        var list = columns.stream().map(column -> dialect.checksum(Merge.KEY, Sql.identifier(column)));
        var row = session.one(Stream.concat(Stream.of("count(*), count(" + Merge.KEY + ")"), list)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + Sql.identifier(table))));
        var checksums = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < columns.size(); i++) {
            var parts = new ArrayList<String>();
            for (int part = 0; part < PARTS; part++) {
                parts.add(row.text(2 + i * PARTS + part));
            }
            checksums.put(columns.get(i), List.copyOf(parts));
        }
        return new Fingerprint(row.number(0), row.number(1), checksums);
    }

    /// Whether the values of a column here are those of a column there, key by key.
    boolean agrees(String column, Fingerprint other, String otherColumn) {
        return columns.getOrDefault(column, List.of()).equals(other.columns().get(otherColumn));
    }
}

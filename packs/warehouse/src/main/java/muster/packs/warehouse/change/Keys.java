package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// The keys of several tables together, counted in one grouping: how many there are, whether one stands in a
/// table twice, and a checksum of all of them, by which a table that has each of them once is known without
/// another grouping.
///
/// @param distinct keys that are not NULL
/// @param repeated rows beyond the first of a key, by table
/// @param checksum as a [Fingerprint] has it of the key alone
record Keys(long distinct, Map<String, Long> repeated, List<String> checksum) {
    /// The numbers of a checksum.
    private static final int NUMBERS = 3;

    Keys {
        repeated = new LinkedHashMap<>(repeated);
        checksum = List.copyOf(checksum);
    }

    static Keys of(Session session, List<String> tables) throws SQLException {
        var places = IntStream.range(0, tables.size()).boxed().toList();
        var listed = places.stream()
                .map(place ->
                        "SELECT %s, %d AS place FROM %s".formatted(Merge.KEY, place, Sql.identifier(tables.get(place))))
                .collect(Collectors.joining(" UNION ALL "));
        var rows = places.stream()
                .map(place -> "count(CASE WHEN place = %1$d THEN 1 END) AS n%1$d".formatted(place))
                .collect(Collectors.joining(", "));
        var repeats = places.stream()
                .map("coalesce(sum(CASE WHEN n%1$d > 1 THEN n%1$d - 1 END), 0)"::formatted)
                .collect(Collectors.joining(", "));
        var row = session.one("""
                SELECT count(*), %1$s, %2$s FROM (SELECT %3$s, %4$s FROM (%5$s) AS listed WHERE %3$s IS NOT NULL
                GROUP BY %3$s) AS united""".formatted(
                        session.dialect().checksum(Merge.KEY, List.of(Merge.KEY)), repeats, Merge.KEY, rows, listed));
        var checksum = new ArrayList<String>();
        for (int i = 1; i <= NUMBERS; i++) {
            checksum.add(row.text(i));
        }
        var repeated = new LinkedHashMap<String, Long>();
        places.forEach(place -> repeated.put(tables.get(place), row.number(1 + NUMBERS + place)));
        return new Keys(row.number(0), repeated, checksum);
    }

    /// No table has a key twice.
    void unique() throws BrokenInvariant {
        for (var each : repeated.entrySet()) {
            BrokenInvariant.unless(
                    each.getValue() == 0,
                    "%s has %d rows too many of one key".formatted(each.getKey(), each.getValue()));
        }
    }
}

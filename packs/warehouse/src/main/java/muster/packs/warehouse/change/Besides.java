package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.sql.Session;

/// What tables have besides columns and rows: indexes, constraints, defaults, comments, grants. A source that is
/// made again of the result of its merge has none of it.
///
/// @param of in words, by table
record Besides(Map<String, List<String>> of) {
    /// Things that are named in one question.
    private static final int NAMED = 5;

    Besides {
        of = Map.copyOf(of);
    }

    static Besides read(Session session) throws SQLException {
        var query = session.dialect().besides();
        var things = new HashMap<String, List<String>>();
        if (query != null) {
            session.query(query)
                    .forEach(row -> things.computeIfAbsent(row.text(0), _ -> new ArrayList<>())
                            .add(row.text(1)));
        }
        return new Besides(things);
    }

    /// Each of these tables is no more than its rows.
    void none(List<String> tables) throws BrokenInvariant {
        for (var table : tables) {
            var things = of.getOrDefault(table, List.of());
            BrokenInvariant.unless(
                    things.isEmpty(),
                    "%s has what a table made again would not have: %s%s. Drop that first, or say lost=accept"
                            .formatted(
                                    table,
                                    String.join(", ", things.subList(0, Math.min(NAMED, things.size()))),
                                    things.size() > NAMED ? " and %d more".formatted(things.size() - NAMED) : ""));
        }
    }
}

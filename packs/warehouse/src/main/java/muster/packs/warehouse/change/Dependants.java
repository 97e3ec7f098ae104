package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Session;
import org.jspecify.annotations.Nullable;

/// What keeps the engine from dropping relations, such as views that read them.
///
/// @param of in words, by relation
record Dependants(Map<String, String> of) {
    Dependants {
        of = Map.copyOf(of);
    }

    static Dependants read(Session session) throws SQLException {
        var query = session.dialect().dependants();
        return new Dependants(
                query == null
                        ? Map.of()
                        : session.query(query).stream()
                                .collect(Collectors.toMap(
                                        row -> row.text(0), row -> row.text(1), (one, other) -> one + ", " + other)));
    }

    /// Null if nothing does.
    @Nullable
    String on(String relation) {
        return of.get(relation);
    }
}

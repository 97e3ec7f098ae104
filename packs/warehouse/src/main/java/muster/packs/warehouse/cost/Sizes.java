package muster.packs.warehouse.cost;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;

/// How large tables are by the statistics of the engine.
///
/// @param sizes by table
public record Sizes(Map<String, Size> sizes) {
    public Sizes {
        sizes = Map.copyOf(sizes);
    }

    /// Reads no table, only the catalog. Nothing is known where the engine has no statistics of all tables.
    public static Sizes read(Session session) throws SQLException {
        var sizes = new HashMap<String, Size>();
        var query = session.dialect().sizes();
        (query == null ? List.<Row>of() : session.query(query))
                .forEach(row -> sizes.put(row.text(0), new Size(Math.max(0, row.number(1)), row.number(2))));
        return new Sizes(sizes);
    }

    public Size of(String table) {
        return sizes.getOrDefault(table, Size.NONE);
    }
}

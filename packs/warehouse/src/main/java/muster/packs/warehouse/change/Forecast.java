package muster.packs.warehouse.change;

import java.sql.SQLException;
import muster.packs.warehouse.cost.Sizes;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// What looking at tables would read: by the engine's own word where it gives one, else by its statistics.
record Forecast(Session session, Sizes sizes) {
    /// The column whose values tell the variant, unless another is asked for.
    private static final String VALUE = "val1";

    /// The bytes that the detection of a table's variant reads. A sample or a LIMIT does not make them fewer.
    ///
    /// @throws SQLException if the engine knows no such column
    long variant(String table) throws SQLException {
        var query = "SELECT %s, %s FROM %s".formatted(Merge.KEY, VALUE, Sql.identifier(table));
        var forecast = session.dialect().forecast(query);
        return forecast == null
                ? sizes.of(table).column()
                : session.one(forecast).number(0);
    }
}

package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.List;
import muster.packs.warehouse.cost.Sizes;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// What looking at tables would read: by the engine's own word where it gives one, else by its statistics.
record Forecast(Session session, Sizes sizes) {
    /// The column whose values tell the variant, unless another is asked for.
    private static final String VALUE = "val1";

    /// @param tables that will be asked for
    static Forecast of(Session session, List<String> tables) throws SQLException {
        return new Forecast(session, Sizes.read(session, tables));
    }

    /// The bytes that the detection of a table's variant reads. A sample or a LIMIT does not make them fewer.
    ///
    /// @throws SQLException if the engine knows no such column
    long variant(String table) throws SQLException {
        return bytes(Merge.KEY + ", " + VALUE, table, sizes.of(table).column());
    }

    /// The bytes of all columns.
    long whole(String table) throws SQLException {
        return bytes("*", table, sizes.of(table).bytes());
    }

    /// The bytes of the key.
    ///
    /// @throws SQLException if the engine knows no such column
    long key(String table) throws SQLException {
        return bytes(Merge.KEY, table, sizes.of(table).column());
    }

    private long bytes(String columns, String table, long otherwise) throws SQLException {
        var forecast = session.dialect().forecast("SELECT %s FROM %s".formatted(columns, Sql.identifier(table)));
        return forecast == null ? otherwise : session.one(forecast).number(0);
    }
}

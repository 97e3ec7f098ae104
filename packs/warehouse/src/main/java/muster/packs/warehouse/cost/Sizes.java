package muster.packs.warehouse.cost;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;

/// How large tables are by the statistics of the engine.
///
/// @param sizes by table
public record Sizes(Map<String, Size> sizes) {
    /// Bytes of a value where the engine does not tell: a time or a number.
    private static final double WIDTH = 8;

    /// The place of the number of rows.
    private static final int ROWS = 4;

    public Sizes {
        sizes = Map.copyOf(sizes);
    }

    /// Reads no table, only the catalog; table by table where the engine has no statistics of all of them.
    ///
    /// @param tables that will be asked for
    public static Sizes read(Session session, List<String> tables) throws SQLException {
        var sizes = new HashMap<String, Size>();
        var query = session.dialect().sizes();
        if (query != null) {
            session.query(query)
                    .forEach(row -> sizes.put(row.text(0), new Size(Math.max(0, row.number(1)), row.number(2))));
            return new Sizes(sizes);
        }
        for (var table : tables) {
            sizes.put(table, size(table, session.query(session.dialect().statistics(table))));
        }
        return new Sizes(sizes);
    }

    /// @param statistics a row for each column with its bytes, and one of no column with the rows of the table
    private static Size size(String table, List<Row> statistics) throws SQLException {
        var rows = statistics.stream()
                .filter(row -> row.values().getFirst() == null)
                .map(row -> row.values().get(ROWS))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() ->
                        new SQLException("the engine has no statistics of %1$s%nMaybe ANALYZE %1$s".formatted(table)));
        double many = Double.parseDouble(rows);
        double bytes = 0;
        for (var row : statistics) {
            var size = row.values().get(1);
            boolean column = row.values().getFirst() != null;
            bytes += size == null ? (column ? many * WIDTH : 0) : Double.parseDouble(size);
        }
        return new Size(Math.round(many), Math.round(bytes));
    }

    public Size of(String table) {
        return sizes.getOrDefault(table, Size.NONE);
    }
}

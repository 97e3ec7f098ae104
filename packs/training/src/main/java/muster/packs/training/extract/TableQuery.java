package muster.packs.training.extract;

import java.sql.SQLException;
import java.util.List;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// The rows of a table in the order of its key, if it has that column.
///
/// @param columns name and type of each
record TableQuery(String text, List<Row> columns) {

    static TableQuery of(Session session, String table, String key) throws SQLException {
        var columns = Contents.columns(session, table);
        var ordered = columns.stream().anyMatch(column -> column.text(0).equals(key));
        var order = ordered ? " ORDER BY " + Sql.identifier(key) : "";
        return new TableQuery("SELECT * FROM " + Sql.identifier(table) + order, columns);
    }

    /// A digest of names and types.
    String digest() {
        var text = new StringBuilder();
        columns.forEach(column ->
                text.append(column.text(0)).append(' ').append(column.text(1)).append('\n'));
        return Integer.toHexString(text.toString().hashCode());
    }
}

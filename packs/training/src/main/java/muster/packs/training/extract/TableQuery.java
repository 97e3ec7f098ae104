package muster.packs.training.extract;

import java.sql.SQLException;
import java.util.List;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Digest;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// The rows of a table in the order of its key, if it has that column.
///
/// @param columns name and type of each
record TableQuery(String table, String text, List<Row> columns) {

    static TableQuery of(Session session, String table, String key) throws SQLException {
        var columns = Contents.columns(session, table);
        var ordered = columns.stream().anyMatch(column -> column.text(0).equals(key));
        var order = ordered ? " ORDER BY " + Sql.identifier(key) : "";
        return new TableQuery(table, "SELECT * FROM " + Sql.identifier(table) + order, columns);
    }

    /// A digest of names and types.
    String digest() {
        var text = new StringBuilder();
        columns.forEach(column ->
                text.append(column.text(0)).append(' ').append(column.text(1)).append('\n'));
        return Integer.toHexString(text.toString().hashCode());
    }

    /// What tells the values, whatever their order: a value that was changed in place changes it. The catalog's word
    /// if it has one, which reads nothing, else a digest; values that the engine has no hash for are not looked at.
    String values(Session session) throws SQLException {
        var version = session.dialect().version(table);
        if (version != null) {
            return session.one(version).text(0);
        }
        var names =
                columns.stream().map(column -> Sql.identifier(column.text(0))).toList();
        try {
            var checksum = session.dialect().checksum(names.getFirst(), names);
            return Digest.md5(session.one("SELECT " + checksum + " FROM " + Sql.identifier(table))
                    .values()
                    .toString());
        } catch (SQLException e) {
            return "not looked at";
        }
    }
}

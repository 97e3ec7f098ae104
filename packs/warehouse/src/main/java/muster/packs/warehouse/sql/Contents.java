package muster.packs.warehouse.sql;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How much is in tables, and in which columns.
public final class Contents {
    /// The engine reads at least this many tables in one query; 100 were measured to be a good share.
    public static final int TABLES_PER_QUERY = 100;

    private Contents() {}

    /// Rows by table, counted in batches.
    public static Map<String, Long> rows(Session session, List<String> tables) throws SQLException {
        var counts = new HashMap<String, Long>();
        for (int from = 0; from < tables.size(); from += TABLES_PER_QUERY) {
            var batch = tables.subList(from, Math.min(tables.size(), from + TABLES_PER_QUERY));
            batch.forEach(table -> counts.put(table, 0L));
            session.query(session.dialect().rowCounts(batch))
                    .forEach(row -> counts.put(batch.get((int) row.number(0)), row.number(1)));
        }
        return counts;
    }

    /// What tells the rows of each table from those of another, a rename aside.
    public static Map<String, String> identities(Session session) throws SQLException {
        var identities = new HashMap<String, String>();
        session.query(session.dialect().identities()).forEach(row -> identities.put(row.text(0), row.text(1)));
        return identities;
    }

    /// A digest of the column list (names, types, order) by table or view.
    public static Map<String, String> columnDigests(Session session) throws SQLException {
        var digests = new HashMap<String, String>();
        session.query(session.dialect().columnDigests()).forEach(row -> digests.put(row.text(0), row.text(1)));
        return digests;
    }

    /// The digest of one table's column list.
    public static String columnDigest(Session session, String table) throws SQLException {
        return digest(columns(session, table));
    }

    /// The digest of a column list, as [#columnDigests] has it.
    ///
    /// @param columns name and type of each, in order
    public static String digest(List<Row> columns) {
        var list = columns.stream().map(row -> row.text(0) + " " + row.text(1)).collect(Collectors.joining(","));
        return Digest.md5(list);
    }

    /// Columns of one table in order, as name and type.
    public static List<Row> columns(Session session, String table) throws SQLException {
        return session.query(session.dialect().columns(table));
    }
}

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
            var query = batch.stream()
                    .map(table -> "SELECT %s, count(*) FROM %s".formatted(Sql.text(table), Sql.identifier(table)))
                    .collect(Collectors.joining(" UNION ALL "));
            session.query(query).forEach(row -> counts.put(row.text(0), row.number(1)));
        }
        return counts;
    }

    /// A digest of the column list (names, types, order) by table or view.
    public static Map<String, String> columnDigests(Session session) throws SQLException {
        var digests = new HashMap<String, String>();
        session.query("""
                        SELECT table_name, md5(string_agg(column_name || ' ' || data_type, ',' ORDER BY ordinal_position))
                        FROM information_schema.columns
                        WHERE table_catalog = current_database() AND table_schema = current_schema()
                        GROUP BY table_name""").forEach(row -> digests.put(row.text(0), row.text(1)));
        return digests;
    }

    /// The digest of one table's column list. The information schema is too slow for this: it goes through every column
    /// of every table, a tenth of a second at 105,000 columns.
    public static String columnDigest(Session session, String table) throws SQLException {
        return session.one("SELECT coalesce(md5(string_agg(name || ' ' || type, ',' ORDER BY cid)), '') FROM "
                        + tableInfo(table))
                .text(0);
    }

    /// Columns of one table in order, as name and type.
    public static List<Row> columns(Session session, String table) throws SQLException {
        return session.query("SELECT name, type FROM " + tableInfo(table) + " ORDER BY cid");
    }

    private static String tableInfo(String table) {
        return "pragma_table_info(" + Sql.text(Sql.identifier(table)) + ")";
    }
}

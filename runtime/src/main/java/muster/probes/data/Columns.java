package muster.probes.data;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The columns of a table and their types, in the table's order and the database's own words.
record Columns(Engine engine, SequencedMap<String, String> types) {
    private static final String DUCKDB = """
            SELECT column_name, data_type FROM duckdb_columns()
            WHERE database_name = current_database() AND schema_name = ? AND table_name = ? ORDER BY column_index""";

    private static final String POSTGRESQL = """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum""";

    private static final String SQLITE = """
            SELECT x.name, x.type FROM (SELECT ? AS s, ? AS t) AS k, pragma_table_xinfo(k.t, k.s) AS x ORDER BY x.cid""";

    Columns {
        types = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
    }

    static Columns of(Reader reader, Relation relation) throws SQLException {
        var sql = switch (reader.engine()) {
            case DUCKDB -> DUCKDB;
            case POSTGRESQL -> POSTGRESQL;
            case SQLITE -> SQLITE;
        };
        var types = new LinkedHashMap<String, String>();
        for (var row : reader.rows(sql, relation.schema(), relation.name())) {
            types.put(String.valueOf(row.getFirst()), String.valueOf(row.getLast()));
        }
        return new Columns(reader.engine(), types);
    }

    /// The column that a person's name means, as the table spells it; none if there is none.
    @Nullable
    String held(String written) {
        return types.containsKey(written)
                ? written
                : types.keySet().stream()
                        .filter(name -> engine.same(written, name))
                        .findFirst()
                        .orElse(null);
    }
}

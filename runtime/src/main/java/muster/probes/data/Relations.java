package muster.probes.data;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The tables and views of a database by two paths. Temporary ones and the database's own are left out.
record Relations(Reader reader) {
    private static final String DUCKDB = """
            SELECT schema_name, table_name, 'table' FROM duckdb_tables()
            WHERE NOT internal AND NOT temporary AND database_name = current_database()
            UNION ALL SELECT schema_name, view_name, 'view' FROM duckdb_views()
            WHERE NOT internal AND NOT temporary AND database_name = current_database()""";

    private static final String POSTGRESQL = """
            SELECT n.nspname, c.relname, CASE WHEN c.relkind IN ('r', 'p') THEN 'table' ELSE 'view' END
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't'
            AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')""";

    private static final String SQLITE = """
            SELECT 'main', name, type FROM sqlite_schema
            WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*'""";

    private static final String SQLITE_SECOND = """
            SELECT 'main', name, CASE type WHEN 'view' THEN 'view' ELSE 'table' END FROM pragma_table_list
            WHERE schema = 'main' AND name NOT GLOB 'sqlite_*'""";

    private static final String STANDARD = """
            SELECT table_schema, table_name, CASE table_type WHEN 'BASE TABLE' THEN 'table' ELSE 'view' END
            FROM information_schema.tables WHERE table_type <> 'LOCAL TEMPORARY'
            AND table_schema NOT IN ('information_schema', 'pg_catalog')""";

    /// As the engine's own catalogue has them.
    List<Relation> own() throws SQLException {
        return read(ownSql(), List.of());
    }

    /// As the standard's information schema has them, or what the engine has beside its own catalogue. PostgreSQL
    /// shows there only what the user may use.
    List<Relation> second() throws SQLException {
        return read(
                switch (reader.engine()) {
                    case DUCKDB -> STANDARD + " AND table_catalog = current_database()";
                    case POSTGRESQL -> STANDARD;
                    case SQLITE -> SQLITE_SECOND;
                },
                List.of());
    }

    /// Whatever has this name in any spelling and schema.
    List<Relation> named(String name) throws SQLException {
        var sql = "SELECT * FROM (" + ownSql() + ") AS all_of_them (s, n, k) WHERE lower(n) = lower(?)";
        var plain = sql.replace("AS all_of_them (s, n, k) WHERE lower(n)", "WHERE lower(name)");
        return read(reader.engine() == Engine.SQLITE ? plain : sql, List.of(name));
    }

    private String ownSql() {
        return switch (reader.engine()) {
            case DUCKDB -> DUCKDB;
            case POSTGRESQL -> POSTGRESQL;
            case SQLITE -> SQLITE;
        };
    }

    private List<Relation> read(String sql, List<String> values) throws SQLException {
        return reader.rows(sql, values.toArray(String[]::new)).stream()
                .map(Relations::relation)
                .toList();
    }

    private static Relation relation(List<@Nullable String> row) {
        var kind = Relation.Kind.valueOf(String.valueOf(row.get(2)).toUpperCase(Locale.ROOT));
        return new Relation(String.valueOf(row.get(0)), String.valueOf(row.get(1)), kind);
    }
}

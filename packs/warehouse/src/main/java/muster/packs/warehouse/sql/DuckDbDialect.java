package muster.packs.warehouse.sql;

import java.sql.SQLException;
import java.util.List;

/// DuckDB 1.5: transactional DDL; after a user's error a commit keeps the part that worked; a rename breaks views
/// without a word and is refused where there is an index or a foreign key; one process holds the file.
public record DuckDbDialect() implements Dialect {
    /// How messages begin of what stands or depends on something, or of two who change the same.
    private static final List<String> REFUSALS =
            List.of("Catalog Error", "Dependency Error", "Catalog write-write conflict");

    private static final Capabilities CAPABILITIES = new Capabilities(
            Capabilities.Ddl.TRANSACTIONAL,
            Capabilities.Views.BREAK,
            Capabilities.Names.FOLDED,
            null,
            null,
            Capabilities.TimeTravel.NONE,
            Limits.NONE);

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<String> beginning() {
        return List.of();
    }

    /// Two threads take a third more processor time for changes of names than one, and are no quicker.
    @Override
    public List<String> beforeSmall() {
        return List.of("SET threads = 1");
    }

    @Override
    public List<String> afterSmall() {
        return List.of("SET threads = " + DuckDbFile.THREADS);
    }

    /// Without its optimizer, renames and views take 0.7 of the processor time.
    @Override
    public List<String> beforeMany() {
        return List.of("PRAGMA disable_optimizer");
    }

    @Override
    public List<String> afterMany() {
        return List.of("PRAGMA enable_optimizer");
    }

    @Override
    public String secondListing() {
        return """
            SELECT c.relname, CASE c.relkind WHEN 'r' THEN 'BASE TABLE' ELSE 'VIEW' END
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'v')""";
    }

    @Override
    public String columnDigests() {
        return """
            SELECT table_name, md5(string_agg(column_name || ' ' || data_type, ',' ORDER BY column_index))
            FROM duckdb_columns()
            WHERE database_name = current_database() AND schema_name = current_schema()
            GROUP BY table_name""";
    }

    /// How many rows are stored, and how many columns; nothing else in the catalog stays the same.
    @Override
    public String identities() {
        return """
            SELECT table_name, estimated_size || ' ' || column_count FROM duckdb_tables()
            WHERE database_name = current_database() AND schema_name = current_schema()""";
    }

    /// The information schema is too slow for one table: it goes through every column of every table, a tenth
    /// of a second at 105,000 columns.
    @Override
    public String columns(String relation) {
        return "SELECT name, type FROM pragma_table_info(%s) ORDER BY cid"
                .formatted(Sql.text(Sql.identifier(relation)));
    }

    /// Rows times the width of their columns: 8 bytes, 4 or less for small types, 16 for texts. The size of
    /// the blocks is kept for the file only.
    @Override
    public String sizes() {
        return """
            SELECT t.table_name, any_value(t.estimated_size), CAST(any_value(t.estimated_size) * sum(CASE
                WHEN c.data_type IN ('BOOLEAN', 'TINYINT') THEN 1 WHEN c.data_type IN ('INTEGER', 'FLOAT', 'DATE') THEN 4
                WHEN c.data_type = 'VARCHAR' THEN 16 ELSE 8 END) AS BIGINT)
            FROM duckdb_tables() t JOIN duckdb_columns() c ON c.table_oid = t.table_oid AND c.database_oid = t.database_oid
            WHERE t.database_name = current_database() AND t.schema_name = current_schema()
            GROUP BY t.table_name""";
    }

    @Override
    public String renameBlockers() {
        return """
            SELECT table_name, '' FROM duckdb_indexes()
            WHERE database_name = current_database() AND schema_name = current_schema()
            UNION ALL SELECT table_name, constraint_text FROM duckdb_constraints()
            WHERE database_name = current_database() AND constraint_type = 'FOREIGN KEY'""";
    }

    /// The listing goes through the tables too, and takes several times as long.
    @Override
    public String viewNames() {
        return """
            SELECT view_name FROM duckdb_views()
            WHERE NOT internal AND database_name = current_database() AND schema_name = current_schema()""";
    }

    @Override
    public String views() {
        return """
            SELECT view_name, sql FROM duckdb_views()
            WHERE NOT internal AND database_name = current_database() AND schema_name = current_schema()""";
    }

    @Override
    public List<String> bodiesOfAll(String table, List<String> columns) {
        return List.of("CREATE VIEW v AS SELECT * FROM " + table);
    }

    /// The driver gives no code.
    @Override
    public boolean isRefusal(SQLException failure) {
        var message = String.valueOf(failure.getMessage());
        return REFUSALS.stream().anyMatch(message::contains);
    }

    @Override
    public String besides() {
        return """
            SELECT table_name, 'a comment' FROM duckdb_tables() WHERE comment IS NOT NULL
              AND database_name = current_database() AND schema_name = current_schema()
            UNION ALL SELECT table_name, CASE WHEN NOT is_nullable THEN 'NOT NULL of ' WHEN comment IS NOT NULL
              THEN 'a comment on ' ELSE 'the default of ' END || column_name FROM duckdb_columns()
            WHERE (column_default IS NOT NULL OR comment IS NOT NULL OR NOT is_nullable)
              AND database_name = current_database() AND schema_name = current_schema()
            UNION ALL SELECT table_name, 'the index ' || index_name FROM duckdb_indexes()
            WHERE database_name = current_database() AND schema_name = current_schema()
            UNION ALL SELECT table_name, 'the constraint ' || constraint_text FROM duckdb_constraints()
            WHERE constraint_type <> 'NOT NULL' AND database_name = current_database()
              AND schema_name = current_schema()""";
    }

    /// The hash is NULL where the value is, so that no aggregate has a filter of its own; the sum is of 63
    /// bits, since BIGINT is added quickest. Together 40 % of the processor time of filters and HUGEINT.
    @Override
    public String checksum(String key, List<String> columns) {
        var some = Sql.anyPresent(columns);
        return """
            count(CASE WHEN %1$s THEN 1 END), coalesce(bit_xor(CASE WHEN %1$s THEN hash(%2$s, %3$s) END), 0),
            coalesce(sum(CAST((CASE WHEN %1$s THEN hash(%2$s, %3$s) END) >> 1 AS BIGINT)), 0)""".formatted(some, key, String.join(", ", columns));
    }

    @Override
    public String medianOfAbsolute(String expression) {
        return "median(abs(" + expression + "))";
    }

    @Override
    public String readsFiles() {
        return "SELECT current_setting('enable_external_access')";
    }

    @Override
    public String writeParquet(String query, String file, int rowGroup) {
        return "COPY (%s) TO %s (FORMAT parquet, ROW_GROUP_SIZE %d)".formatted(query, Sql.text(file), rowGroup);
    }
}

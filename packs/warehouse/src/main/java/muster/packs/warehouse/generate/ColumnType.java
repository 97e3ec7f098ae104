package muster.packs.warehouse.generate;

/// Column types of the fact files, with the type that stands for each in DuckDB.
public enum ColumnType {
    TIMESTAMP("TIMESTAMP"),
    INT64("BIGINT"),
    FLOAT64("DOUBLE"),
    STRING("VARCHAR"),
    BOOL("BOOLEAN");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    /// The type in DuckDB.
    public String sql() {
        return sql;
    }
}

package muster.packs.warehouse.generate;

import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Sql;
import org.jspecify.annotations.Nullable;

/// The one statement that creates a table with its rows.
record TableStatement(
        TableName name,
        List<Column> columns,
        Derivation derivation,
        @Nullable Adversary adversary) {
    private static final String KEY = "interval_time";
    private static final int NULL_ROWS = 10;

    /// @param database the attached database to create the table in
    String sql(String database) {
        var ordered = adversary == Adversary.WRONG_POSITION ? columns.reversed() : columns;
        var list = ordered.stream().map(this::column).collect(Collectors.joining(", "));
        return "CREATE TABLE %s.%s AS SELECT %s FROM %s%s WINDOW t AS (ORDER BY i)"
                .formatted(
                        Sql.identifier(database),
                        Sql.identifier(name.text()),
                        list,
                        derivation.from(),
                        adversary == Adversary.EMPTY ? " WHERE false" : "");
    }

    private String column(Column column) {
        return "CAST(%s AS %s) AS %s"
                .formatted(expression(column), column.type().sql(), Sql.identifier(column.name()));
    }

    private String expression(Column column) {
        if (column.name().equals(KEY)) {
            return "ts";
        }
        var honest = derivation.expressions().getOrDefault(column.name(), PlainValues.of(column, name));
        if (adversary == Adversary.NULL_FIRST_ROWS) {
            return "CASE WHEN row_number() OVER t > %d THEN %s END".formatted(NULL_ROWS, honest);
        }
        return adversary == Adversary.CONSTANT && column.type() == ColumnType.FLOAT64 ? "10.0" : honest;
    }
}

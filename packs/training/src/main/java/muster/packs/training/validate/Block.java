package muster.packs.training.validate;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Changes from row to row of some columns, over some rows of a file.
///
/// @param from first row, from 0
/// @param rows how many
record Block(long from, int rows) {
    /// Enough that two series which have nothing to do with each other do not seem to: the correlation of 512 pairs
    /// strays by 0.04.
    private static final int ROWS = 512;

    /// Blocks at the beginning, in the middle and at the end, with room for what comes later: a column may know the
    /// future only in a part of the file. One is enough for a file that is not longer than three.
    static List<Block> of(TrainingFile file, int later) {
        int rows = (int) Math.min(ROWS + later, file.rows());
        long last = file.rows() - rows;
        var middle = new Block(last / 2, rows);
        return last < 2L * rows ? List.of(middle) : List.of(middle, new Block(0, rows), new Block(last, rows));
    }

    /// One array per column; NaN where a value or the one before it is not there or infinite.
    List<double[]> changes(Session engine, TrainingFile file, List<String> columns) throws SQLException {
        var names = columns.stream()
                .map(column -> "CAST(%s AS DOUBLE)".formatted(Sql.identifier(column)))
                .collect(Collectors.joining(", "));
        var values = engine.query("SELECT %s FROM %s ORDER BY %s LIMIT %d OFFSET %d"
                .formatted(names, file.source(), Sql.identifier(file.key()), rows, from));
        return java.util.stream.IntStream.range(0, columns.size())
                .mapToObj(column -> changes(values.stream()
                        .map(row -> row.values().get(column))
                        .mapToDouble(text -> text == null ? Double.NaN : Double.parseDouble(text))
                        .toArray()))
                .toList();
    }

    private static double[] changes(double[] values) {
        var changes = new double[values.length];
        Arrays.setAll(changes, row -> row == 0 ? Double.NaN : values[row] - values[row - 1]);
        Arrays.setAll(changes, row -> Double.isFinite(changes[row]) ? changes[row] : Double.NaN);
        return changes;
    }
}

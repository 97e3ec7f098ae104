package muster.packs.warehouse.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.packs.warehouse.Scratch;
import muster.packs.warehouse.sql.Session;

/// A small generated warehouse, and its columns as arrays in the order of time.
///
/// @param held keeps the file open, because opening it takes longer than what is read
record Generated(Scratch scratch, Session held) {
    private static final String[] SMALL = {
        "currencies=eur,gbp,usd", "assets=spy", "windows=45,90", "rows=900", "seed=11", "correlation=0.4"
    };

    static Generated in(Path folder, String... more) throws Exception {
        var scratch = Scratch.empty(folder);
        var generated = new Generated(scratch, Session.open(scratch.access()));
        generated.figures(more);
        return generated;
    }

    Map<String, String> figures(String... more) throws InterruptedException {
        return Scratch.figures(scratch.perform("generate", small(more)));
    }

    static String[] small(String... more) {
        return Stream.concat(Arrays.stream(SMALL), Arrays.stream(more)).toArray(String[]::new);
    }

    /// All columns of a table but the key, in the order of time; null for NULL.
    Map<String, List<String>> table(String name) throws SQLException {
        var columns = held
                .query("SELECT column_name FROM information_schema.columns WHERE table_name = '%s'".formatted(name))
                .stream()
                .map(row -> row.text(0))
                .filter(column -> !column.equals("interval_time"))
                .toList();
        var rows = held.query("SELECT %s FROM %s ORDER BY interval_time".formatted(String.join(", ", columns), name));
        var table = new TreeMap<String, List<String>>();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            table.put(
                    columns.get(i),
                    rows.stream().map(row -> row.values().get(at)).toList());
        }
        return table;
    }

    double[] column(String table, String column) throws SQLException {
        return scratch
                .rows("SELECT CAST(" + column + " AS DOUBLE PRECISION) FROM " + table + " ORDER BY interval_time")
                .stream()
                .mapToDouble(text -> text.equals("null") ? Double.NaN : Double.parseDouble(text))
                .toArray();
    }

    /// Compares to nine digits of the largest.
    void holds(String table, String column, double[] expected) throws SQLException {
        var found = column(table, column);
        assertThat(found).as(table + "." + column).hasSameSizeAs(expected);
        double size = Arrays.stream(expected)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        for (int row = 0; row < found.length; row++) {
            if (!(Double.isNaN(expected[row]) && Double.isNaN(found[row]))) {
                assertThat(found[row])
                        .as("%s.%s in row %d", table, column, row)
                        .isCloseTo(expected[row], org.assertj.core.api.Assertions.within(size * 1e-9 + 1e-300));
            }
        }
    }
}

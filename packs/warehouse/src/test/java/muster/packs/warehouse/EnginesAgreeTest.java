package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One SQL text gives the same tables on every engine.
class EnginesAgreeTest {
    /// Of a value; sums are added up in different orders, and quotients by almost nothing show it.
    private static final double AGREEMENT = 1e-7;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"corrected", "stated"})
    void everyGeneratedTableHasTheSameColumnsAndValues(String formula) throws Exception {
        var postgres = PostgresScratch.empty(folder);
        var duck = Scratch.empty(folder);
        var held = Session.open(duck.access());
        String[] words = {"currencies=eur,gbp,usd", "assets=spy", "windows=45,90", "rows=130", "formula=" + formula};

        Scratch.figures(postgres.perform("generate", words));
        Scratch.figures(duck.perform("generate", words));

        assertThat(postgres.catalog().tables())
                .isEqualTo(duck.catalog().tables())
                .hasSizeGreaterThan(90);
        try (var one = Session.open(duck.access());
                var other = Session.open(postgres.access())) {
            for (var table : duck.catalog().tables()) {
                compare(table, one, other);
            }
        }
        held.close();
    }

    static void compare(String table, Session one, Session other) throws Exception {
        var names =
                Contents.columns(one, table).stream().map(row -> row.text(0)).toList();
        assertThat(Contents.columns(other, table).stream()
                        .map(row -> row.text(0))
                        .toList())
                .as(table)
                .isEqualTo(names);
        var columns =
                names.stream().filter(name -> !name.equals("interval_time")).collect(Collectors.joining(", "));
        var query = "SELECT %s FROM %s ORDER BY interval_time".formatted(columns, table);
        same(table, one.query(query), other.query(query));
    }

    private static void same(String table, List<Row> one, List<Row> other) {
        assertThat(other).hasSameSizeAs(one);
        for (int row = 0; row < one.size(); row++) {
            var values = one.get(row).values();
            var others = other.get(row).values();
            for (int column = 0; column < values.size(); column++) {
                if (!agree(values.get(column), others.get(column))) {
                    assertThat(others.get(column))
                            .as("%s, row %d, column %d", table, row, column)
                            .isEqualTo(values.get(column));
                }
            }
        }
    }

    private static boolean agree(String one, String other) {
        if (one == null || other == null || one.equals(other)) {
            return Objects.equals(one, other);
        }
        double value = Double.parseDouble(one);
        return Math.abs(value - Double.parseDouble(other)) <= AGREEMENT * Math.max(100, Math.abs(value));
    }
}

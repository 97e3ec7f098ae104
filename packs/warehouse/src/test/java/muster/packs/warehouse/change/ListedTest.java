package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Session;
import org.junit.jupiter.api.Test;

class ListedTest {
    @Test
    void everyValueComesBackAsItWas() throws Exception {
        var control = IntStream.range(1, 32).mapToObj(each -> "a" + (char) each).toList();

        for (var values : List.of(
                List.of("a", "", "b'c\"", "é😀"),
                List.of("x\u001Fy", "\u001E"),
                List.of("", ""),
                List.of(""),
                control,
                List.of(String.join("", control), "\uE000"))) {
            assertThat(rows("SELECT 'k', " + Listed.texts(values))).isEqualTo(values);
        }
    }

    @Test
    void columnsOfOneStatementGoTogether() throws Exception {
        var query = "SELECT %s, %s || n FROM (SELECT %s AS n, %s AS text) AS listed"
                .formatted("n", "text", Listed.numbers(List.of(7L, -8L)), Listed.texts(List.of("a", "b")));

        assertThat(rows(query)).containsExactly("a7", "b-8");
    }

    private static List<String> rows(String query) throws Exception {
        try (var session = Session.open(DuckDbFile::inMemory)) {
            return session.query(query).stream().map(row -> row.text(1)).toList();
        }
    }
}

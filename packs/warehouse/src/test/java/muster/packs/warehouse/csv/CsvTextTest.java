package muster.packs.warehouse.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Test
    void cellsAreDividedByCommasAndLinesByEitherEnd() {
        assertThat(lines("\uFEFFa,b\r\n1,\n\n2,3"))
                .containsExactly(
                        new CsvLine(1, List.of("a", "b")),
                        new CsvLine(2, List.of("1", "")),
                        new CsvLine(4, List.of("2", "3")));
    }

    @Test
    void aQuotedCellHoldsWhatElseWouldEndIt() {
        assertThat(lines("\"a,\"\"b\"\"\nc\",d\ne"))
                .containsExactly(new CsvLine(1, List.of("a,\"b\"\nc", "d")), new CsvLine(3, List.of("e")));
    }

    @Test
    void aTrailingCommaIsAnEmptyCellAlsoAtTheEndOfTheFile() {
        assertThat(lines("a,")).containsExactly(new CsvLine(1, List.of("a", "")));
    }

    @Test
    void aQuotationWithoutEndHasAPlace() {
        var read = CsvText.read("f.csv", "a\n\"b\nc");

        assertThat(((Parsed.Failed<?>) read).problems())
                .hasToString("[f.csv:2:1: the quotation that begins here never ends]");
    }

    @Test
    void anEmptyTextHasNoLines() {
        assertThat(lines("")).isEmpty();
    }

    private static List<CsvLine> lines(String text) {
        return switch (CsvText.read("f.csv", text)) {
            case Parsed.Ok<List<CsvLine>>(var lines) -> lines;
            case Parsed.Failed<List<CsvLine>>(var problems) -> throw new AssertionError(problems);
        };
    }
}

package muster.probes.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedNamesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sales_eu | sales_eu",
                "  - sales_eu, | sales_eu",
                "[dry-run] would create table sales_eu | sales_eu",
                "3. Creating view `sales_eu`... | sales_eu",
                "sales_old -> sales_eu | sales_eu",
                "would rename nothing | ",
                "(dry run) sales_old => sales_eu | sales_eu",
                "{\"table\": \"sales_eu\"} | sales_eu",
                "CREATE OR REPLACE TABLE d.sales_eu AS SELECT 1 | sales_eu"
            })
    void namesThatWouldComeIntoBeingAreRead(String line, String name) {
        assertThat(PrintedNames.in(line).names())
                .containsExactlyElementsOf(name == null ? java.util.List.of() : java.util.List.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no_op is skipped because of max_age",
                "reading sales_eu",
                "would drop sales_eu",
                "{\"owner\": \"sales_eu\"}",
                "{not_json}",
                "SELECT * FROM sales_eu",
                "plain",
                "data/sales_eu.csv"
            })
    void whatOnlyMentionsANameIsNoNameThatWouldComeIntoBeing(String line) {
        assertThat(PrintedNames.in(line).names()).isEmpty();
    }

    @Test
    void whatSqlCreatesIsCertainlyATable() {
        assertThat(PrintedNames.in("sales_eu\nCREATE TABLE sales_us (x INT)").created())
                .isEqualTo(1);
    }
}

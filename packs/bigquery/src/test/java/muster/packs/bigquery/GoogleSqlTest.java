package muster.packs.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleSqlTest {
    @Test
    void aTextOfAnyLengthIsRead() {
        var text = "x''".repeat(100_000);

        assertThat(GoogleSql.of("SELECT '" + text + "'")).hasSize(("SELECT ''" + text).length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "SELECT \"a\" FROM \"b\"\"c\"; SELECT `a` FROM `b\"c`",
                "SELECT 'it''s \\'; SELECT 'it\\'s \\\\'",
                "SELECT \"new\", new, newer FROM t; SELECT `new`, `new`, newer FROM t",
                "CAST(x AS VARCHAR), TIMESTAMPTZ '2025-01-01'; CAST(x AS STRING), TIMESTAMP '2025-01-01'",
                "SELECT 'VARCHAR', `VARCHAR`; SELECT 'VARCHAR', `VARCHAR`",
                "CAST(i AS DOUBLE PRECISION); CAST(i AS FLOAT64)",
                "SELECT \"a`b\\c\"; SELECT `a\\`b\\\\c`",
            })
    void quotesEscapesAndTypesBecomeGoogles(String said, String google) {
        assertThat(GoogleSql.of(said)).isEqualTo(google);
    }
}

package muster.probes.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectOnlyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                " select 1 ; ",
                "-- why\nSELECT 1",
                "/* why */ (SELECT 1)",
                "WITH a AS (SELECT 1) SELECT * FROM a",
                "VALUES (1)",
                "show tables",
                "EXPLAIN SELECT 1"
            })
    void whatReadsIsTaken(String sql) {
        assertThat(SelectOnly.refusal(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "-- nothing",
                "/* open",
                "DELETE FROM t",
                "SELECT 1; SELECT 2",
                "SELECT E'\\'; DELETE FROM t; --'",
                "PRAGMA query_only = OFF",
                "SET transaction_read_only = off",
                "COPY t TO '/tmp/x'",
                "ATTACH 'x' AS y",
                "CALL f()",
                "SELECTED",
                "BEGIN"
            })
    void whatDoesNotIsRefused(String sql) {
        assertThat(SelectOnly.refusal(sql)).isNotEmpty();
    }
}

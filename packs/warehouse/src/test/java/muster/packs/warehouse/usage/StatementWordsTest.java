package muster.packs.warehouse.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM cov_lag",
                "select count(*) from \"cov_lag\" as c",
                "WITH x AS (SELECT 1) SELECT * FROM public.cov_lag, x",
                "SELECT * FROM `acme.raw.cov_lag`",
                "INSERT INTO other SELECT * FROM COV_LAG",
                "CREATE TABLE other AS SELECT * FROM cov_lag",
                "DROP TABLE other; SELECT 1 FROM cov_lag",
                "SELECT ';' FROM cov_lag",
            })
    void aStatementThatReadsANameUsesIt(String statement) {
        assertThat(StatementWords.of(statement)).contains("cov_lag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'cov_lag'",
                "SELECT 1 -- FROM cov_lag",
                "SELECT /* FROM\ncov_lag */ 1",
                "SELECT * FROM cov_lag_2",
                "DROP VIEW cov_lag",
                "ALTER TABLE cov_lag RENAME TO cov_lag_idx",
                "COMMENT ON VIEW cov_lag IS 'x'",
                "CREATE OR REPLACE VIEW cov_lag AS SELECT * FROM other",
                "ALTER TABLE x RENAME TO y; CREATE VIEW cov_lag AS SELECT * FROM cov_lag; INSERT INTO _muster_grace VALUES (1)",
                "SELECT /* muster */ count(*) FROM (SELECT * FROM \"cov_lag\" LIMIT 1) AS one",
            })
    void aNameInATextOrACommentOrInWhatDefinesItIsNoUse(String statement) {
        assertThat(StatementWords.of(statement)).doesNotContain("cov_lag");
    }

    @Test
    void aStatementOfAMillionCharactersIsRead() {
        var statement = "SELECT '" + "x''".repeat(300_000) + "', a.\"b\" FROM cov_lag";

        assertThat(StatementWords.of(statement)).contains("cov_lag");
    }
}

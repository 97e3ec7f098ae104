package muster.packs.googlesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zetasql.SqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// GoogleSQL's analyzer understands every statement that the tests of `packs/bigquery` have sent to the double.
class StatementsTest {
    private static final Path SENT = Path.of("../bigquery/src/test/resources/muster/packs/bigquery");

    private static final class Once {
        private static final Warehouse WAREHOUSE = new Warehouse();
    }

    @BeforeAll
    static void theAnalyzerIsNativeCodeForLinux() {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"));
    }

    static Stream<String> sent() throws IOException {
        var all = new StringBuilder();
        for (var file : List.of("statements.sql", "generate.sql", "across.sql")) {
            all.append(Files.readString(SENT.resolve(file)));
        }
        return Arrays.stream(all.toString().split(";\n", -1)).map(String::strip).filter(each -> !each.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("sent")
    void aStatementIsGoogleSql(String statement) {
        assertThatCode(() -> Once.WAREHOUSE.analyze(statement)).doesNotThrowAnyException();
    }

    /// A capability is proved in a data set of its own.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE SCHEMA `_muster_proof_0`",
                "DROP SCHEMA IF EXISTS `_muster_proof_0` CASCADE",
                "SELECT COUNT(CASE WHEN val1 IS NOT NULL THEN 1 END), COUNTIF(val1 > 1) FROM cov_lag_audcad_audchf"
            })
    void whatAProofSendsBesidesIsGoogleSql(String statement) {
        assertThatCode(() -> Once.WAREHOUSE.analyze(statement)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT \"val1\" FRM cov_lag_audcad_audchf",
                "SELECT val2 FROM cov_lag_audcad_audchf",
                "SELECT count(*) FILTER (WHERE val1 > 1) FROM cov_lag_audcad_audchf",
                "CREATE TABLE t(new VARCHAR)"
            })
    void whatIsNotIsRefused(String statement) {
        assertThatThrownBy(() -> Once.WAREHOUSE.analyze(statement)).isInstanceOf(SqlException.class);
    }

    @Test
    void somethingWasSent() throws IOException {
        assertThat(sent()).hasSizeGreaterThan(30);
    }
}

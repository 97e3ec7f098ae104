package muster.packs.warehouse.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.Schemas;
import muster.packs.warehouse.sql.DuckDbFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseGeneratorTest {

    @TempDir
    Path folder;

    @Test
    void momentumIsThePercentChangeOfThePriceIndex() throws Exception {
        var file = generate("base_idx_eurusd", "base_bqx_eurusd");

        assertThat(rows(file, "SELECT round(median(close_idx) / 50) FROM base_idx_eurusd"))
                .containsExactly("2.0");
        assertThat(rows(file, "SELECT max(abs(bqx_45)) < 2 AND min(abs(bqx_45)) IS NOT NULL FROM base_bqx_eurusd"))
                .containsExactly("true");
    }

    @Test
    void aCovTableWithoutVariantHoldsWhatItsWriterLeft() throws Exception {
        var file = generate("cov_agg_audcad_audchf", "cov_lag_audcad_audchf", "cov_agg_idx_audcad_audchf");

        assertThat(rows(file, "SELECT median(abs(val1)) < 10 FROM cov_agg_audcad_audchf"))
                .containsExactly("true");
        assertThat(rows(file, "SELECT median(abs(val1)) > 50 FROM cov_lag_audcad_audchf"))
                .containsExactly("true");
        assertThat(rows(file, "SELECT max(abs(spread - (val1 - val2))) < 1e-9 FROM cov_agg_idx_audcad_audchf"))
                .containsExactly("true");
    }

    @Test
    void windowTablesHaveNestedKeysAndEqualCopies() throws Exception {
        var file = generate(
                "lag_eurusd_45", "lag_eurusd_90", "lag_idx_eurusd_w45", "lag_bqx_eurusd_45", "lag_bqx_eurusd_90");

        assertThat(rows(file, "SELECT (SELECT count(*) FROM lag_eurusd_45) - (SELECT count(*) FROM lag_eurusd_90)"))
                .containsExactly("45");
        assertThat(rows(
                        file,
                        "SELECT (SELECT count(*) FROM lag_bqx_eurusd_45) - (SELECT count(*) FROM lag_bqx_eurusd_90)"))
                .containsExactly("90");
        assertThat(rows(file, "SELECT count(*) FROM lag_eurusd_90 ANTI JOIN lag_eurusd_45 USING (interval_time)"))
                .containsExactly("0");
        assertThat(rows(file, "SELECT count(*) FROM (FROM lag_eurusd_45 EXCEPT ALL FROM lag_idx_eurusd_w45)"))
                .containsExactly("0");
        assertThat(rows(file, "SELECT count(*) FROM lag_eurusd_45 WHERE close_lag_45 IS NULL"))
                .containsExactly("0");
    }

    @Test
    void theSameRequestGivesTheSameRows() throws Exception {
        var first = rows(generate("reg_idx_eurusd"), "SELECT sum(hash(r)) FROM reg_idx_eurusd r");
        var second = rows(generate("reg_idx_eurusd"), "SELECT sum(hash(r)) FROM reg_idx_eurusd r");

        assertThat(first).isEqualTo(second);
    }

    @Test
    void adversariesMislead() throws Exception {
        var names = List.of(
                "cov_lag_audcad_audchf", "cov_mom_audcad_audchf", "cov_reg_audcad_audchf", "cov_vol_audcad_audchf");
        var adversaries = Map.of(
                names.get(0), Adversary.EMPTY,
                names.get(1), Adversary.NULL_FIRST_ROWS,
                names.get(2), Adversary.CONSTANT,
                names.get(3), Adversary.WRONG_POSITION);
        var file = folder.resolve("adversaries.duckdb");

        WarehouseGenerator.generate(
                file, new GenerationRequest(Schemas.of(names), 24, 1, adversaries), (share, what) -> {});

        assertThat(rows(file, "SELECT count(*) FROM " + names.get(0))).containsExactly("0");
        assertThat(rows(file, "SELECT count(*) - count(val1) FROM " + names.get(1)))
                .containsExactly("10");
        assertThat(rows(file, "SELECT DISTINCT val1 FROM " + names.get(2))).containsExactly("10.0");
        assertThat(rows(
                        file,
                        "SELECT column_name FROM information_schema.columns WHERE table_name = '%s' AND ordinal_position = 1"
                                .formatted(names.get(3))))
                .containsExactly("val2");
    }

    @Test
    void anInterruptedGenerationLeavesNothingBehind() {
        var file = folder.resolve("never.duckdb");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> WarehouseGenerator.generate(
                        file, GenerationRequest.of(Schemas.of(List.of("tmp_eurusd"))), (share, what) -> {}))
                .isInstanceOf(InterruptedException.class);

        assertThat(folder).isEmptyDirectory();
    }

    private Path generate(String... tables) throws Exception {
        var file = Files.createTempFile(folder, "warehouse", ".duckdb");
        WarehouseGenerator.generate(file, GenerationRequest.of(Schemas.of(List.of(tables))), (share, what) -> {});
        return file;
    }

    private static List<String> rows(Path file, String query) throws SQLException {
        try (var connection = new DuckDbFile(file).open();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(String.valueOf(result.getObject(1)));
            }
            return rows;
        }
    }
}

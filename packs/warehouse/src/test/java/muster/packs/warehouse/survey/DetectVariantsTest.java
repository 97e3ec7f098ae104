package muster.packs.warehouse.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.Scratch;
import muster.packs.warehouse.generate.Adversary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectVariantsTest {
    private static final List<String> TABLES = List.of(
            "cov_agg_audcad_audchf",
            "cov_align_audcad_audchf",
            "cov_lag_audcad_audchf",
            "cov_mom_audcad_audchf",
            "cov_reg_audcad_audchf",
            "cov_regime_audcad_audchf",
            "cov_vol_audcad_audchf");

    @TempDir
    Path folder;

    @Test
    void theDataSayWhatTheHistorySays() throws Exception {
        var scratch = Scratch.with(folder, TABLES);

        var figures = Scratch.figures(scratch.perform("detect-variants", "family=cov", "csv=variants.csv"));

        assertThat(figures)
                .containsEntry("idx", "5")
                .containsEntry("bqx", "2")
                .containsEntry("undecided", "0")
                .containsEntry("contradictions", "0");
        assertThat(Files.readAllLines(folder.resolve("variants.csv"))).hasSize(8);
    }

    @Test
    void misleadingDataAreNeverTakenForAnAnswer() throws Exception {
        var scratch = Scratch.with(
                folder,
                TABLES,
                Map.of(
                        TABLES.get(2), Adversary.EMPTY,
                        TABLES.get(3), Adversary.CONSTANT,
                        TABLES.get(4), Adversary.NULL_FIRST_ROWS,
                        TABLES.get(6), Adversary.WRONG_POSITION));
        scratch.execute("ALTER TABLE cov_regime_audcad_audchf ALTER val1 TYPE VARCHAR");

        scratch.perform("detect-variants");

        assertThat(scratch.rows("SELECT table_name, variant FROM _muster_variant ORDER BY 1"))
                .containsExactly(
                        "cov_agg_audcad_audchf|BQX",
                        "cov_align_audcad_audchf|BQX",
                        "cov_lag_audcad_audchf|UNDECIDED",
                        "cov_mom_audcad_audchf|UNDECIDED",
                        "cov_reg_audcad_audchf|IDX",
                        "cov_regime_audcad_audchf|UNDECIDED",
                        "cov_vol_audcad_audchf|IDX");
    }

    @Test
    void aTableTheWarehouseCannotReadStaysUndecidedAndSpoilsNoOther() throws Exception {
        var scratch = Scratch.with(folder, TABLES.subList(0, 3));
        scratch.execute(
                "ALTER TABLE cov_lag_audcad_audchf ALTER interval_time TYPE UNION(num INT, str VARCHAR) USING 1");

        var figures = Scratch.figures(scratch.perform("detect-variants"));

        assertThat(figures).containsEntry("bqx", "2");
    }

    @Test
    void renamingByDataLeavesUndecidedAndContradictingTablesAlone() throws Exception {
        var scratch = Scratch.with(folder, TABLES, Map.of(TABLES.get(2), Adversary.EMPTY));
        scratch.execute("UPDATE cov_agg_audcad_audchf SET val1 = 100");
        scratch.perform("detect-variants");

        var figures = Scratch.figures(scratch.perform("rename", "evidence=data"));

        assertThat(figures).containsEntry("renamed", "5").containsEntry("decisions", "2");
        assertThat(scratch.rows("SELECT question FROM _muster_decision ORDER BY table_name"))
                .containsExactly(
                        "its data say idx, its history says bqx", "its data say undecided, its history says idx");
    }

    /// A price index minus 100 looks like momentum to a median; only the history says otherwise, so nothing is renamed.
    @Test
    void anIndexMinusAHundredContradictsItsHistoryAndIsNotRenamed() throws Exception {
        var scratch = Scratch.with(folder, TABLES.subList(2, 4));
        scratch.execute("UPDATE cov_lag_audcad_audchf SET val1 = val1 - 100");

        var seen = Scratch.figures(scratch.perform("detect-variants"));
        var renamed = Scratch.figures(scratch.perform("rename", "evidence=data"));

        assertThat(seen).containsEntry("contradictions", "1");
        assertThat(renamed).containsEntry("renamed", "1").containsEntry("decisions", "1");
        assertThat(scratch.rows("SELECT question FROM _muster_decision"))
                .containsExactly("its data say bqx, its history says idx");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "nothing but NULL; UPDATE t SET val1 = NULL",
                "nothing but NaN; UPDATE t SET val1 = 'NaN'",
                "infinite; UPDATE t SET val1 = 'Infinity'",
                "too few rows; DELETE FROM t WHERE rowid > 5",
                "values between the two; UPDATE t SET val1 = 30",
                "no such column; ALTER TABLE t RENAME COLUMN val1 TO value1",
                "no key; ALTER TABLE t RENAME COLUMN interval_time TO told_at",
            })
    void whatIsNoEvidenceIsUndecidedAndBlocksThatTableOnly(String defect, String sql) throws Exception {
        var scratch = Scratch.with(folder, TABLES.subList(2, 4));
        scratch.execute(sql.replace(" t ", " cov_lag_audcad_audchf "));

        scratch.perform("detect-variants");
        var renamed = Scratch.figures(scratch.perform("rename", "evidence=data"));

        assertThat(scratch.rows("SELECT table_name, variant FROM _muster_variant ORDER BY 1"))
                .as(defect)
                .containsExactly("cov_lag_audcad_audchf|UNDECIDED", "cov_mom_audcad_audchf|IDX");
        assertThat(renamed).containsEntry("renamed", "1").containsEntry("decisions", "1");
    }

    @Test
    void rowsAreTakenFromAllOfTheTimeAndNotFromItsBeginning() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute("""
                CREATE TABLE cov_lag_audcad_audchf AS SELECT TIMESTAMP '2025-01-01' + i * INTERVAL 1 MINUTE AS interval_time,
                CASE WHEN i < 3000 THEN 0.01 ELSE 100.0 END AS val1 FROM range(10000) AS r(i)""");

        Scratch.figures(scratch.perform("detect-variants", "sample=50"));

        assertThat(scratch.rows("SELECT variant, median, row_count FROM _muster_variant"))
                .containsExactly("IDX|100.0|50");
    }
}

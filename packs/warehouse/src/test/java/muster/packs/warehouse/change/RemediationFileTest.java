package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.packs.warehouse.Scratch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemediationFileTest {
    @TempDir
    Path folder;

    @Test
    void aPlanSaysInWhichBatchEachTableIsRenamed() throws Exception {
        var scratch = Scratch.empty(folder);
        for (var family : List.of("lag", "mom", "reg", "regime", "vol")) {
            scratch.execute("CREATE TABLE cov_%s_audcad_audchf AS SELECT range AS id FROM range(3)".formatted(family));
        }

        var figures = Scratch.figures(scratch.perform("plan", "batch=2", "csv=plan.csv"));

        assertThat(figures)
                .containsEntry("rename", "5")
                .containsEntry("batches", "3")
                .containsEntry("rows.touched", "15");
        assertThat(Files.readAllLines(folder.resolve("plan.csv")).stream()
                        .skip(1)
                        .map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactly("1", "1", "2", "2", "3");
    }

    /// Batches are counted over what is renamed; what waits is in none.
    @Test
    void aTableThatWaitsIsInNoBatch() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute(
                "CREATE TABLE cov_agg_audcad_audchf AS SELECT 1 AS id",
                "CREATE TABLE cov_agg_bqx_audcad_audchf AS SELECT 1 AS id",
                "CREATE TABLE cov_lag_audcad_audchf AS SELECT 1 AS id");

        Scratch.figures(scratch.perform("plan", "batch=1", "csv=plan.csv"));

        assertThat(Files.readAllLines(folder.resolve("plan.csv")))
                .anyMatch(line -> line.startsWith("cov_agg_audcad_audchf,decide,") && line.endsWith(","))
                .anyMatch(line -> line.startsWith("cov_agg_bqx_audcad_audchf,keep,") && line.endsWith(","))
                .anyMatch(line -> line.startsWith("cov_lag_audcad_audchf,rename,") && line.endsWith(",1"));
    }

    @Test
    void aTableThatIsMappedTwiceInOtherCaseIsAMistake() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute("CREATE TABLE cov_lag_audcad_audchf AS SELECT 1 AS id");
        Files.writeString(folder.resolve("m.csv"), """
                old,new
                cov_lag_audcad_audchf,cov_lag_idx_audcad_audchf
                COV_LAG_audcad_audchf,cov_lag_bqx_audcad_audchf
                """);

        assertThat(scratch.perform("plan", "mapping=m.csv").toString())
                .contains("m.csv:3:1: COV_LAG_audcad_audchf stands in line 2 already");
    }
}

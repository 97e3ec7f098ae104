package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import muster.packs.warehouse.Scratch;
import muster.packs.warehouse.sql.Catalog;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemediationTest {
    @TempDir
    Path folder;

    @Test
    void tablesWhoseMergeHasNoPlaceToGoWaitForAPerson() throws Exception {
        var scratch = with("lag_idx_eurusd_w45", "lag_idx_eurusd_w90", "lag_idx_eurusd", "cov_agg_bqx_45");

        var figures = Scratch.figures(scratch.perform("plan", "csv=plan.csv"));

        assertThat(figures)
                .containsEntry("keep", "1")
                .containsEntry("decide", "3")
                .containsEntry("consolidate", "0")
                .containsEntry("consolidated", "0");
        assertThat(Files.readAllLines(folder.resolve("plan.csv")))
                .contains("lag_idx_eurusd_w45,decide,lag_idx_eurusd,lag_idx_eurusd is taken by lag_idx_eurusd,")
                .anyMatch(line -> line.startsWith("cov_agg_bqx_45,decide,cov_agg_bqx,")
                        && line.contains("cov_agg_bqx does not keep the naming standard: SHAPE"));
    }

    @Test
    void noMergeMakesATableThatBreaksTheStandard() throws Exception {
        var scratch = with("cov_agg_bqx_45", "cov_agg_bqx_90");

        var result = scratch.perform("consolidate", "family=cov");

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.NeedsDecision.class,
                        it -> assertThat(it.toString()).contains("cov_agg_bqx does not keep the naming standard"));
        assertThat(scratch.catalog().has("cov_agg_bqx", Catalog.Kind.TABLE)).isFalse();
    }

    @Test
    void aMappingToTheSameNameIsToldForWhatItIs() throws Exception {
        var scratch = with("mom_idx_eurusd");
        Files.writeString(folder.resolve("m.csv"), "old,new\nmom_idx_eurusd,mom_idx_eurusd\n");

        scratch.perform("plan", "mapping=m.csv", "csv=plan.csv");

        assertThat(Files.readString(folder.resolve("plan.csv")))
                .contains("mom_idx_eurusd,decide,mom_idx_eurusd,mom_idx_eurusd bears that name already,");
    }

    private Scratch with(String... tables) throws Exception {
        var scratch = Scratch.empty(folder);
        for (var table : tables) {
            scratch.execute("CREATE TABLE " + table + " AS SELECT now() AS interval_time, 1.5 AS sma");
        }
        return scratch;
    }
}

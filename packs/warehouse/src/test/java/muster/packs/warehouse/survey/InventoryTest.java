package muster.packs.warehouse.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import muster.packs.warehouse.Scratch;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {

    @TempDir
    Path folder;

    @Test
    void everyTableIsCountedOnceAndViewsAreNoTables() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute(
                "CREATE TABLE cov_agg_audcad_audchf AS SELECT 1 AS id",
                "CREATE TABLE agg_idx_eurusd AS SELECT 1 AS id",
                "CREATE TABLE _muster_kept_lag_eurusd_45 AS SELECT 1 AS id",
                "CREATE VIEW cov_agg_audcad_audjpy AS SELECT * FROM cov_agg_audcad_audchf");

        var figures = Scratch.figures(scratch.perform("inventory"));

        assertThat(figures)
                .containsEntry("tables", "2")
                .containsEntry("views", "1")
                .containsEntry("category.cov", "1")
                .containsEntry("category.agg", "1")
                .containsEntry("violations.R4", "1")
                .containsEntry("remedy.RENAME", "1");
    }

    @Test
    void anExpectedNumberThatIsNotFoundIsAFailure() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute("CREATE TABLE agg_idx_eurusd AS SELECT 1 AS id");

        assertThat(scratch.perform("inventory", "expected=5817"))
                .isEqualTo(new ActionResult.Failed("expected 5817 tables, found 1"));
        assertThat(scratch.perform("inventory", "expected=many")).isInstanceOf(ActionResult.Failed.class);
    }
}

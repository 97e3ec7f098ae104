package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import muster.packs.warehouse.KilledAccess;
import muster.packs.warehouse.Scratch;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {
    private static final List<String> TABLES =
            List.of("lag_bqx_eurusd_45", "lag_bqx_eurusd_90", "lag_bqx_eurusd_w45", "lag_bqx_eurusd_w90");

    @TempDir
    Path folder;

    @Test
    void whatWasRenamedGetsItsNameBack() throws Exception {
        var scratch = tables();
        Scratch.figures(scratch.performAs("forward", "rename"));

        var figures = Scratch.figures(scratch.performAs("back", "rollback", "of=forward"));

        assertThat(figures).containsEntry("undone", "2").containsEntry("left", "0");
        assertThat(scratch.catalog().tables()).containsExactly("cov_lag_audcad_audchf", "cov_mom_audcad_audchf");
        assertThat(scratch.catalog().views()).isEmpty();
        assertThat(scratch.rows("FROM _muster_grace")).isEmpty();
    }

    @Test
    void oneBatchIsUndoneByItsTablesAndTheOtherStands() throws Exception {
        var scratch = tables();
        Scratch.figures(scratch.performAs("forward", "rename", "batch=1"));

        var figures = Scratch.figures(scratch.performAs("back", "rollback", "of=forward", "tables=cov_mom*"));

        assertThat(figures).containsEntry("undone", "1").containsEntry("left", "1");
        assertThat(scratch.catalog().tables()).containsExactly("cov_lag_idx_audcad_audchf", "cov_mom_audcad_audchf");
        assertThat(scratch.catalog().views()).containsExactly("cov_lag_audcad_audchf");
        assertThat(Scratch.figures(scratch.performAs("again", "rollback", "of=forward")))
                .containsEntry("undone", "1")
                .containsEntry("left", "0");
        assertThat(scratch.catalog().tables()).containsExactly("cov_lag_audcad_audchf", "cov_mom_audcad_audchf");
    }

    @Test
    void aKeyThatNobodyUsedIsToldWithThoseThatThereAre() throws Exception {
        var scratch = tables();
        Scratch.figures(scratch.performAs("forward", "rename"));

        assertThat(Scratch.figures(scratch.performAs("back", "rollback", "of=foward")))
                .containsEntry("undone", "0")
                .containsEntry("unknown.key", "nothing was changed under it; keys are forward");
    }

    @Test
    void whatIsNotThereOrBelongsTogetherIsNotUndoneInPart() throws Exception {
        var scratch = Scratch.with(folder, TABLES);
        Scratch.figures(scratch.performAs("forward", "consolidate"));

        assertThat(scratch.performAs("back", "rollback", "of=forward", "tables=lag_bqx_eurusd")
                        .toString())
                .contains("only renames are undone table by table");
        assertThat(scratch.performAs("back", "rollback", "of=forward", "tables=none")
                        .toString())
                .contains("no change of this key that is in force is of such a table");
        assertThat(scratch.catalog().tables()).containsExactly("lag_bqx_eurusd");
    }

    @Test
    void aConsolidationIsTakenApartAgain() throws Exception {
        var scratch = Scratch.with(folder, TABLES);
        Scratch.figures(scratch.performAs("forward", "consolidate"));

        Scratch.figures(scratch.performAs("back", "rollback", "of=forward"));

        assertThat(scratch.catalog().tables()).containsExactlyInAnyOrderElementsOf(TABLES);
    }

    @Test
    void aConsolidatedTableThatWasWrittenToIsNotDropped() throws Exception {
        var scratch = Scratch.with(folder, TABLES);
        Scratch.figures(scratch.performAs("forward", "consolidate"));
        scratch.execute("INSERT INTO lag_bqx_eurusd(interval_time) VALUES (TIMESTAMP '2030-01-01')");

        assertThat(scratch.performAs("back", "rollback", "of=forward")).isInstanceOf(ActionResult.Failed.class);
        assertThat(scratch.catalog().tables()).containsExactly("lag_bqx_eurusd");
    }

    @Test
    void whatSomebodyUndidByHandIsOnlyMarked() throws Exception {
        var scratch = tables();
        Scratch.figures(scratch.performAs("forward", "rename"));
        scratch.execute(
                "DROP VIEW cov_lag_audcad_audchf",
                "ALTER TABLE cov_lag_idx_audcad_audchf RENAME TO cov_lag_audcad_audchf");

        Scratch.figures(scratch.performAs("back", "rollback", "of=forward"));

        assertThat(scratch.catalog().tables()).containsExactly("cov_lag_audcad_audchf", "cov_mom_audcad_audchf");
    }

    @Test
    void nothingIsTouchedIfOneTableIsGone() throws Exception {
        var scratch = tables();
        Scratch.figures(scratch.performAs("forward", "rename"));
        scratch.execute("DROP TABLE cov_lag_idx_audcad_audchf");

        assertThat(scratch.performAs("back", "rollback", "of=forward"))
                .isEqualTo(new ActionResult.Failed("1 changes cannot be undone: neither cov_lag_audcad_audchf nor"
                        + " cov_lag_idx_audcad_audchf is a table"));
        assertThat(scratch.catalog().tables()).containsExactly("cov_mom_idx_audcad_audchf");
    }

    @Test
    void aKillAtAnyStatementIsMadeGoodByCallingAgain() throws Exception {
        var original = tables();
        Scratch.figures(original.performAs("forward", "rename"));
        int deaths = 0;

        for (int calls = 1; ; calls++) {
            var scratch = original.copy();
            var killed = new KilledAccess(scratch.access(), calls);
            scratch.performBy(killed, "back", "rollback", "of=forward");
            if (!killed.isDead()) {
                break;
            }
            deaths++;
            Scratch.figures(scratch.performAs("back", "rollback", "of=forward"));
            assertThat(scratch.catalog().tables())
                    .as("killed at call " + calls)
                    .containsExactly("cov_lag_audcad_audchf", "cov_mom_audcad_audchf");
        }

        assertThat(deaths).isGreaterThan(5);
    }

    private Scratch tables() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute(
                "CREATE TABLE cov_lag_audcad_audchf AS SELECT 1 AS id",
                "CREATE TABLE cov_mom_audcad_audchf AS SELECT 1 AS id");
        return scratch;
    }
}

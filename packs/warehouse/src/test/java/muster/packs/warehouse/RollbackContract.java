package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;

/// What every engine has to keep of what was asked and put in place besides tables when changes are undone.
interface RollbackContract {
    /// A warehouse without tables.
    Scratch empty() throws Exception;

    /// Two tables that are renamed, and one whose target is taken.
    private Scratch asked() throws Exception {
        var scratch = Estates.covTables(
                empty(),
                WarehouseContract.OLD,
                "cov_agg_audcad_audchf",
                "cov_mom_audcad_audchf",
                "cov_mom_idx_audcad_audchf");
        Scratch.figures(scratch.performAs("first", "rename"));
        assertThat(open(scratch)).containsExactly("first|cov_mom_audcad_audchf");
        return scratch;
    }

    private static List<String> open(Scratch scratch) throws Exception {
        return scratch.rows("SELECT key, table_name FROM _muster_decision ORDER BY key");
    }

    @Test
    default void whatAKeyHasAskedIsClosedWithTheLastOfItsChangesAndKept() throws Exception {
        var scratch = asked();
        Scratch.figures(scratch.performAs("second", "rename"));

        assertThat(Scratch.figures(scratch.performAs("u", "rollback", "of=first", "tables=cov_agg*")))
                .containsEntry("left", "1")
                .containsEntry("closed", "0");
        assertThat(open(scratch)).hasSize(2);
        assertThat(Scratch.figures(scratch.performAs("u", "rollback", "of=first")))
                .containsEntry("left", "0")
                .containsEntry("closed", "1");

        assertThat(open(scratch)).containsExactly("second|cov_mom_audcad_audchf");
        assertThat(scratch.rows("SELECT key, table_name, why FROM _muster_closed"))
                .containsExactly("first|cov_mom_audcad_audchf|superseded by the rollback");
        assertThat(Scratch.figures(scratch.performAs("u", "rollback", "of=second")))
                .containsEntry("undone", "0")
                .containsEntry("closed", "1");
        assertThat(open(scratch)).isEmpty();
    }

    @Test
    default void aWarehouseWhosePlanWasUndoneAndDoneUnderAnotherKeyIsCertified() throws Exception {
        var scratch = asked();
        Scratch.figures(scratch.performAs("u", "rollback", "of=first"));
        scratch.execute("DROP TABLE cov_mom_idx_audcad_audchf", "DELETE FROM _muster_before WHERE key = 'first'");

        assertThat(Scratch.figures(scratch.performAs("second", "rename"))).containsEntry("renamed", "3");

        assertThat(Scratch.figures(scratch.perform("certify"))).containsEntry("tables", "3");
    }

    @Test
    default void aViewThatSomebodyHasChangedIsNotLostByAnUndo() throws Exception {
        var scratch = Estates.covTables(empty(), WarehouseContract.OLD, "cov_agg_audcad_audchf");
        Scratch.figures(scratch.performAs("first", "rename"));
        scratch.execute("CREATE OR REPLACE VIEW cov_agg_audcad_audchf AS SELECT * FROM cov_agg_bqx_audcad_audchf"
                + " WHERE val1 > 101");

        assertThat(scratch.performAs("u", "rollback", "of=first"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .contains("cov_agg_audcad_audchf is a view that somebody has made or changed"));

        assertThat(scratch.catalog().views()).containsExactly("cov_agg_audcad_audchf", WarehouseContract.OLD);
        scratch.execute("DROP VIEW cov_agg_audcad_audchf");
        Scratch.figures(scratch.performAs("u", "rollback", "of=first"));
        assertThat(scratch.catalog().tables()).containsExactly("cov_agg_audcad_audchf", WarehouseContract.OLD);
    }

    @Test
    default void aJournalOfALaterVersionOrWithoutItsChangesIsNotTakenForDone() throws Exception {
        var scratch = Estates.covTables(empty(), WarehouseContract.OLD);
        Scratch.figures(scratch.performAs("first", "rename"));
        scratch.execute("UPDATE _muster_reverse SET kind = 'SPLIT' WHERE key = 'first'");
        failed(scratch, "of the kind 'SPLIT', which this version does not know");

        scratch.execute("DELETE FROM _muster_reverse WHERE key = 'first'");
        failed(scratch, "somebody has emptied or dropped _muster_reverse");
    }

    @Test
    default void whatAnotherKeyHasRenamedFurtherIsUndoneAfterThat() throws Exception {
        var scratch = Estates.covTables(empty(), WarehouseContract.OLD);
        Scratch.figures(scratch.performAs("first", "rename"));
        Files.writeString(
                scratch.folder().resolve("further.csv"),
                "old,new\n" + WarehouseContract.NEW + ",cov_lag_bqx_audcad_audchf");
        Scratch.figures(scratch.performAs("further", "rename", "mapping=further.csv"));

        failed(scratch, "if another key has renamed or merged it since, that is to be undone first");

        Scratch.figures(scratch.performAs("u", "rollback", "of=further"));
        Scratch.figures(scratch.performAs("u", "rollback", "of=first"));
        assertThat(scratch.catalog().relations().keySet().stream().filter(each -> each.startsWith("cov")))
                .containsExactly(WarehouseContract.OLD);
    }

    private static void failed(Scratch scratch, String why) throws Exception {
        assertThat(scratch.performAs("u", "rollback", "of=first"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).contains(why));
    }
}

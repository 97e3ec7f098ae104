package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;

/// What every engine has to keep that takes statements back together.
interface TransactionContract {
    /// A warehouse without tables.
    Scratch empty() throws Exception;

    @Test
    default void aCommitThatReturnsWithoutHavingCommittedIsFound() throws Exception {
        var scratch = Estates.covTables(empty(), WarehouseContract.OLD);
        Scratch.figures(scratch.perform("views"));
        var lying = new TamperedAccess(scratch.access(), "", "", TamperedAccess.Commits.LIES);

        var result = scratch.performBy(lying, "run-1", "rename");

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).contains("the commit returned, but"));
        assertThat(scratch.catalog().tables()).containsExactly(WarehouseContract.OLD);
    }

    @Test
    default void afterAnErrorInABatchNothingOfItStays() throws Exception {
        var scratch = Estates.covTables(empty(), WarehouseContract.OLD);
        var renames =
                List.of("ALTER TABLE %s RENAME TO moved".formatted(WarehouseContract.OLD), "ALTER TABLE a RENAME TO b");

        try (var session = Session.open(scratch.access())) {
            assertThatThrownBy(() -> session.executeTogether(renames)).isInstanceOf(SQLException.class);
        }

        assertThat(scratch.catalog().tables()).containsExactly(WarehouseContract.OLD);
    }

    @Test
    default void aTableWhoseTargetIsTakenMeanwhileIsLeftAndTheOthersGoOn() throws Exception {
        var scratch = Estates.covTables(
                empty(),
                WarehouseContract.OLD,
                "cov_agg_audcad_audchf",
                "cov_mom_audcad_audchf",
                "cov_vol_audcad_audchf");
        var way = new Interference(
                scratch.access(),
                "DELETE FROM _muster_decision",
                () -> scratch.execute("CREATE TABLE cov_mom_idx_audcad_audchf AS SELECT 1 AS id"));

        var figures = Scratch.figures(scratch.performBy(way, "run-1", "rename"));

        assertThat(figures).containsEntry("renamed", "3").containsEntry("decisions", "1");
        assertThat(scratch.rows("SELECT table_name, question FROM _muster_decision"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("cov_mom_audcad_audchf|the engine refuses it: ")
                .contains("already exists");
        assertThat(scratch.catalog().tables()).contains("cov_mom_audcad_audchf", WarehouseContract.NEW);
        Scratch.figures(scratch.performAs("u", "rollback", "of=run-1"));
        assertThat(scratch.catalog().views()).isEmpty();
    }

    @Test
    default void aResultOfWhichAValueWasChangedIsNotDroppedByAnUndo() throws Exception {
        var scratch = Estates.lagTables(empty());
        var before = Estates.state(scratch);
        Scratch.figures(scratch.performAs("c", "consolidate"));
        scratch.execute("UPDATE lag_idx_eurusd SET sma_45 = sma_45 + 1000 WHERE sma_45 = 107");

        assertThat(scratch.performAs("u", "rollback", "of=c"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .contains("lag_idx_eurusd has other values than it was made with"));

        scratch.execute("UPDATE lag_idx_eurusd SET sma_45 = sma_45 - 1000 WHERE sma_45 = 1107");
        Scratch.figures(scratch.performAs("u", "rollback", "of=c"));
        assertThat(Estates.state(scratch)).isEqualTo(before);
    }

    @Test
    default void aJournalThatSomebodyHasAlteredIsToldAndNothingIsTouched() throws Exception {
        var scratch = Estates.covTables(empty(), WarehouseContract.OLD);
        Scratch.figures(scratch.perform("rename"));
        scratch.execute("ALTER TABLE _muster_reverse RENAME COLUMN state TO stand");

        for (var action : List.of("rename", "validate", "certify")) {
            lacks(scratch.perform(action));
        }
        lacks(scratch.performAs("u", "rollback", "of=run-1"));

        scratch.execute("ALTER TABLE _muster_reverse RENAME COLUMN stand TO state");
        Scratch.figures(scratch.performAs("u", "rollback", "of=run-1"));
    }

    private static void lacks(ActionResult result) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).startsWith("_muster_reverse has no column state any more"));
    }

    @Test
    default void aSourceThatIsMoreThanItsRowsIsDroppedOnlyIfThatLossIsAccepted() throws Exception {
        var scratch = Estates.lagTables(empty());
        Scratch.figures(scratch.performAs("c", "consolidate"));
        Scratch.figures(scratch.perform("views", "do=drop", "at=2026-02-01T00:00:00Z"));
        scratch.execute(
                "COMMENT ON TABLE _muster_kept_lag_eurusd_45 IS 'by hand'",
                "CREATE INDEX by_a ON _muster_kept_lag_eurusd_45(a)");

        Scratch.figures(scratch.performAs("d", "drop", "of=c"));

        assertThat(scratch.rows("SELECT question FROM _muster_decision WHERE key = 'd'"))
                .hasSize(1)
                .first()
                .asString()
                .contains("_muster_kept_lag_eurusd_45 has what a table made again would not have", "the index by_a")
                .contains("a comment");
        assertThat(Scratch.figures(scratch.performAs("d", "drop", "of=c", "lost=accept")))
                .containsEntry("dropped", "4")
                .containsEntry("decisions", "0");
    }
}

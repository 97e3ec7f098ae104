package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.packs.warehouse.Scratch;
import muster.packs.warehouse.TamperedAccess;
import muster.packs.warehouse.TamperedAccess.Commits;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a change looks at after its commit: each of these defects is planted before the commit, when the statements
/// have been sent.
class ReadBackTest {
    private static final String OLD = "cov_lag_audcad_audchf";
    private static final String NEW = "cov_lag_idx_audcad_audchf";
    private static final List<String> WINDOWS =
            List.of("lag_bqx_eurusd_45", "lag_bqx_eurusd_90", "lag_bqx_eurusd_w45", "lag_bqx_eurusd_w90");

    @TempDir
    Path folder;

    @Test
    void aRenameWhoseWayBackIsNotWrittenDownIsFound() throws Exception {
        var result = rename("ALTER TABLE", "DELETE FROM _muster_reverse");

        assertThat(result.toString()).contains("the way back of its batch is not written down");
    }

    @Test
    void aTableInPlaceOfTheRenamedOneIsFound() throws Exception {
        var result = rename("ALTER TABLE", "CREATE OR REPLACE TABLE " + NEW + " AS SELECT 1 AS id");

        assertThat(result.toString()).contains(NEW + " has other rows than " + OLD + " had");
    }

    @Test
    void aViewThatDoesNotStandUnderTheOldNameIsFound() throws Exception {
        var result = rename("ALTER TABLE", "DROP VIEW " + OLD);

        assertThat(result.toString()).contains("the commit returned, but " + OLD + " is not " + NEW);
    }

    @Test
    void anOldNameThatIsToBeGoneAndIsNotIsFound() throws Exception {
        var result = rename("ALTER TABLE", "CREATE VIEW " + OLD + " AS SELECT 1 AS id", "old-name=gone");

        assertThat(result.toString()).contains("the commit returned, but " + OLD + " is not " + NEW);
    }

    /// No view stands under a name that differs from the new one in its case alone.
    @Test
    void aNameMayChangeInItsCaseAlone() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute("CREATE TABLE COV_lag_idx_audcad_audchf AS SELECT 1 AS id");
        Files.writeString(folder.resolve("m.csv"), "old,new\nCOV_lag_idx_audcad_audchf," + NEW);

        assertThat(Scratch.figures(scratch.perform("rename", "mapping=m.csv"))).containsEntry("renamed", "1");

        assertThat(scratch.catalog().relations().keySet()).contains(NEW).doesNotContain("COV_lag_idx_audcad_audchf");
        Scratch.figures(scratch.perform("validate"));
        Scratch.figures(scratch.performAs("back", "rollback", "of=run-1"));
        assertThat(scratch.catalog().tables()).containsExactly("COV_lag_idx_audcad_audchf");
    }

    @Test
    void aConsolidationWhoseWayBackIsNotWrittenDownIsFound() throws Exception {
        var result = consolidate("ALTER TABLE", "DELETE FROM _muster_reverse WHERE kind = 'KEPT'");

        assertThat(result.toString()).contains("the commit returned, but lag_bqx_eurusd was not made of");
    }

    @Test
    void aSourceThatCannotBeReadUnderItsNameIsFound() throws Exception {
        var result = consolidate("ALTER TABLE", "DROP VIEW lag_bqx_eurusd_90");

        assertThat(result.toString()).contains("the commit returned, but lag_bqx_eurusd was not made of");
    }

    @Test
    void aCommitThatDropsNothingIsFound() throws Exception {
        var scratch = Scratch.with(folder, WINDOWS);
        Scratch.figures(scratch.performAs("c", "consolidate"));
        Scratch.figures(scratch.performAs("v", "views", "do=drop", "at=2026-02-01T00:00:00Z"));
        Scratch.figures(scratch.performAs("x", "views"));
        var lying = new TamperedAccess(scratch.access(), "", "", Commits.LIES);

        var result = scratch.performBy(lying, "d", "drop", "of=c");

        assertThat(result.toString())
                .contains("the commit returned, but _muster_kept_")
                .contains("is still there");
    }

    @Test
    void aTableThatDoesNotComeBackIsFound() throws Exception {
        var scratch = cov();
        Scratch.figures(scratch.perform("rename"));
        var way = new TamperedAccess(
                scratch.access(), "DROP VIEW", "ALTER TABLE " + OLD + " RENAME TO elsewhere", Commits.TRUE);

        var result = scratch.performBy(way, "back", "rollback", "of=run-1");

        assertThat(result.toString()).contains("the commit returned, but " + OLD + " is not back");
    }

    private ActionResult rename(String after, String then, String... arguments) throws Exception {
        var scratch = cov();
        var result = scratch.performBy(
                new TamperedAccess(scratch.access(), after, then, Commits.TRUE), "run-1", "rename", arguments);
        assertThat(result).isInstanceOf(ActionResult.Failed.class);
        return result;
    }

    private ActionResult consolidate(String after, String then) throws Exception {
        var scratch = Scratch.with(folder, WINDOWS);
        var result = scratch.performBy(
                new TamperedAccess(scratch.access(), after, then, Commits.TRUE), "run-1", "consolidate");
        assertThat(result).isInstanceOf(ActionResult.Failed.class);
        return result;
    }

    private Scratch cov() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute("CREATE TABLE " + OLD + " AS SELECT range AS id FROM range(3)");
        return scratch;
    }
}

package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import muster.packs.warehouse.Scratch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraceViewsTest {

    @TempDir
    Path folder;

    @Test
    void aViewIsDroppedWhenItsTimeIsOverAndNotBefore() throws Exception {
        var scratch = renamed();

        var dayBefore = Scratch.figures(scratch.perform("views", "do=drop", "at=2026-01-12T09:00:00Z"));
        var dayAfter = Scratch.figures(scratch.perform("views", "do=drop", "at=2026-01-13T09:00:00Z"));

        assertThat(dayBefore).containsEntry("dropped", "0").containsEntry("views", "2");
        assertThat(dayAfter).containsEntry("dropped", "2").containsEntry("views", "0");
        assertThat(scratch.catalog().views()).isEmpty();
    }

    @Test
    void aViewThatSomebodyChangedIsLeftToADecision() throws Exception {
        var scratch = renamed();
        scratch.execute("CREATE OR REPLACE VIEW cov_lag_audcad_audchf AS SELECT 1 AS mine");

        var figures = Scratch.figures(scratch.perform("views", "do=drop", "at=2027-01-01T00:00:00Z"));

        assertThat(figures).containsEntry("dropped", "1").containsEntry("expired", "1");
        assertThat(scratch.rows("SELECT table_name FROM _muster_decision")).containsExactly("cov_lag_audcad_audchf");
    }

    private Scratch renamed() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute(
                "CREATE TABLE cov_lag_audcad_audchf AS SELECT 1 AS id",
                "CREATE TABLE cov_mom_audcad_audchf AS SELECT 1 AS id");
        Scratch.figures(scratch.perform("rename"));
        return scratch;
    }
}

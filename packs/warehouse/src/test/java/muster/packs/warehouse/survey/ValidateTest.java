package muster.packs.warehouse.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import muster.packs.warehouse.Scratch;
import muster.run.ActionResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateTest {
    private static final String NEW = "cov_lag_idx_audcad_audchf";

    @TempDir
    Path folder;

    private Scratch scratch;

    @BeforeEach
    void renameOneOfTwo() throws Exception {
        scratch = Scratch.empty(folder);
        scratch.execute(
                "CREATE TABLE cov_lag_audcad_audchf AS SELECT range AS id FROM range(3)",
                "CREATE TABLE agg_idx_eurusd AS SELECT 1 AS id");
        Scratch.figures(scratch.perform("rename"));
    }

    @Test
    void theStateAfterIsComparedWithTheStateBefore() throws Exception {
        var figures = Scratch.figures(scratch.perform("validate"));

        assertThat(figures)
                .containsEntry("tables.before", "2")
                .containsEntry("tables.after", "2")
                .containsEntry("changes.renamed", "1")
                .containsEntry("views.read", "1")
                .containsEntry("violations.R4.before", "1")
                .containsEntry("violations.R4.after", "0");
    }

    @Test
    void aTableThatCameUnannouncedIsFound() throws Exception {
        scratch.execute("CREATE TABLE agg_idx_gbpusd AS SELECT 1 AS id");

        assertThat(problems()).contains("2 tables before - 0 put aside + 0 created = 2, but there are 3");
    }

    @Test
    void aLostRowIsFound() throws Exception {
        scratch.execute("DELETE FROM " + NEW + " WHERE id = 1");

        assertThat(problems()).contains(NEW + " has 2 rows, had 3");
    }

    @Test
    void anotherColumnIsFound() throws Exception {
        scratch.execute("DROP VIEW cov_lag_audcad_audchf", "ALTER TABLE " + NEW + " ADD COLUMN extra INTEGER");

        assertThat(problems()).contains("has other columns").contains("is gone before its time");
    }

    @Test
    void aBrokenGraceViewIsFoundAlthoughTheEngineLetItBreak() throws Exception {
        scratch.execute("ALTER TABLE " + NEW + " RENAME TO elsewhere");

        assertThat(problems()).contains("the view cov_lag_audcad_audchf cannot be read");
    }

    private String problems() throws Exception {
        return switch (scratch.perform("validate")) {
            case ActionResult.Failed(var why) -> why;
            case ActionResult.Succeeded _, ActionResult.NeedsDecision _ -> throw new AssertionError("nothing found");
        };
    }
}

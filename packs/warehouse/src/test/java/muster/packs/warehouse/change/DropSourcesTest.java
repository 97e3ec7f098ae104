package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import muster.packs.warehouse.Scratch;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropSourcesTest {
    private static final List<String> BQX =
            List.of("lag_bqx_eurusd_45", "lag_bqx_eurusd_90", "lag_bqx_eurusd_w45", "lag_bqx_eurusd_w90");
    private static final String ROWS =
            "SELECT count(*), sum(hash(t)::HUGEINT), any_value(typeof(t)) FROM \"lag_bqx_eurusd_w90\" AS t";

    @TempDir
    Path folder;

    @Test
    void aSharedColumnAndOneThatWasLeftOutComeBackToo() throws Exception {
        var scratch = Scratch.with(folder, BQX);
        var before = scratch.rows(ROWS);
        consolidate(scratch);

        assertThat(Scratch.figures(scratch.performAs("d", "drop", "of=c"))).containsEntry("dropped", "4");
        Scratch.figures(scratch.performAs("u", "rollback", "of=d"));
        Scratch.figures(scratch.performAs("u", "rollback", "of=c"));

        assertThat(scratch.rows(ROWS)).isEqualTo(before);
        assertThat(scratch.catalog().tables()).containsExactlyElementsOf(BQX);
    }

    @Test
    void aColumnOfSeveralValuesThatTheResultLacksKeepsItsSource() throws Exception {
        var scratch = Scratch.with(folder, BQX);
        for (var table : List.of("lag_bqx_eurusd_45", "lag_bqx_eurusd_w45")) {
            scratch.execute("UPDATE %s SET period_minutes = 7 WHERE interval_time = (SELECT max(interval_time) FROM %s)"
                    .formatted(table, table));
        }
        consolidate(scratch);

        assertThat(Scratch.figures(scratch.performAs("d", "drop", "of=c"))).containsEntry("decisions", "1");
        assertThat(scratch.rows("SELECT question FROM _muster_decision"))
                .singleElement()
                .asString()
                .contains("period_minutes of _muster_kept_lag_bqx_eurusd_w45 has several values");
    }

    @Test
    void thereMustBeSomethingPutAside() throws Exception {
        var scratch = Scratch.with(folder, BQX);

        assertThat(scratch.performAs("d", "drop", "of=nobody"))
                .isEqualTo(new ActionResult.Failed("'nobody' has put nothing aside that is there"));
    }

    private static void consolidate(Scratch scratch) throws Exception {
        Scratch.figures(scratch.performAs("c", "consolidate"));
        Scratch.figures(scratch.performAs("v", "views", "do=drop", "at=2026-02-01T00:00:00Z"));
    }
}

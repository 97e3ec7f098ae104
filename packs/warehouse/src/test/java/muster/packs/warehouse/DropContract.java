package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import muster.packs.warehouse.sql.Capabilities;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;

/// What every engine has to keep when sources of a consolidation are dropped, and made again.
interface DropContract {
    /// A warehouse without tables.
    Scratch empty() throws Exception;

    /// Two windows and their copies, consolidated under the key `c`, without views under the old names.
    private Scratch consolidated() throws Exception {
        var scratch = Estates.lagTables(empty());
        Scratch.figures(scratch.performAs("c", "consolidate"));
        Scratch.figures(scratch.perform("views", "do=drop", "at=2026-02-01T00:00:00Z"));
        return scratch;
    }

    private static String question(Scratch scratch) throws Exception {
        assertThat(Scratch.figures(scratch.performAs("d", "drop", "of=c"))).containsEntry("dropped", "0");
        assertThat(scratch.catalog().relations()).containsKey("_muster_kept_lag_idx_eurusd_w45");
        return scratch.rows("SELECT question FROM _muster_decision WHERE key = 'd'")
                .getFirst();
    }

    @Test
    default void droppedSourcesAreMadeAgainRowForRow() throws Exception {
        var before = Estates.state(Estates.lagTables(empty()));
        var scratch = consolidated();

        assertThat(Scratch.figures(scratch.performAs("d", "drop", "of=c")))
                .containsEntry("dropped", "4")
                .containsEntry("decisions", "0");

        assertThat(scratch.catalog().relations().keySet()).noneMatch(name -> name.startsWith("_muster_kept"));
        assertThat(Scratch.figures(scratch.perform("validate"))).containsEntry("changes.dropped", "4");
        assertThat(Scratch.figures(scratch.performAs("d", "drop", "of=c"))).containsEntry("dropped", "4");
        assertThat(scratch.perform("rollback", "of=c"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).contains("if it was dropped, that is to be undone first"));
        Scratch.figures(scratch.perform("rollback", "of=d"));
        Scratch.figures(scratch.perform("rollback", "of=c"));
        assertThat(Estates.state(scratch)).isEqualTo(before);
    }

    @Test
    default void aSourceThatAViewReadsIsKept() throws Exception {
        var scratch = Estates.lagTables(empty());
        Scratch.figures(scratch.performAs("c", "consolidate"));

        assertThat(question(scratch)).contains("still reads a source");
    }

    @Test
    default void aSourceThatTheResultDoesNotGiveBackIsKept() throws Exception {
        var changed = consolidated();
        changed.execute("UPDATE lag_idx_eurusd SET sma_45 = 0 WHERE sma_45 = 107");
        assertThat(question(changed)).startsWith("lag_idx_eurusd does not give back every row of");

        var empty = Estates.lagTables(empty());
        for (var table : new String[] {"lag_idx_eurusd_w45", "lag_eurusd_45"}) {
            empty.execute("INSERT INTO " + table + "(interval_time) VALUES (TIMESTAMP '2030-01-01')");
        }
        Scratch.figures(empty.performAs("c", "consolidate"));
        Scratch.figures(empty.perform("views", "do=drop", "at=2026-02-01T00:00:00Z"));
        assertThat(question(empty)).startsWith("lag_idx_eurusd does not give back every row of");
    }

    @Test
    default void aResultThatWasWrittenToGivesNothingBackExceptBySnapshots() throws Exception {
        var scratch = consolidated();
        Scratch.figures(scratch.performAs("d", "drop", "of=c"));
        scratch.execute("UPDATE lag_idx_eurusd SET sma_45 = sma_45 + 1000 WHERE sma_45 = 107");

        if (Estates.capabilities(scratch).timeTravel() == Capabilities.TimeTravel.NONE) {
            assertThat(scratch.perform("rollback", "of=d")).isInstanceOf(ActionResult.Failed.class);
            scratch.execute("UPDATE lag_idx_eurusd SET sma_45 = sma_45 - 1000 WHERE sma_45 = 1107");
        }

        Scratch.figures(scratch.perform("rollback", "of=d"));
        assertThat(scratch.catalog().relations()).containsKey("_muster_kept_lag_idx_eurusd_w45");
    }

    /// Every so many calls are one death; fewer where a drop has many statements.
    @Test
    default void aKillWhileSourcesAreDroppedIsMadeGoodByCallingAgain() throws Exception {
        int between = Estates.capabilities(empty()).takesBackTogether() ? 4 : 25;
        for (int calls = 1; ; calls += between) {
            var scratch = consolidated();
            var killed = new KilledAccess(scratch.access(), calls);
            scratch.performBy(killed, "d", "drop", "of=c");
            if (!killed.isDead()) {
                assertThat(calls).isGreaterThan(between);
                return;
            }
            assertThat(Scratch.figures(scratch.performAs("d", "drop", "of=c")))
                    .as("killed at call " + calls)
                    .containsEntry("dropped", "4");
        }
    }
}

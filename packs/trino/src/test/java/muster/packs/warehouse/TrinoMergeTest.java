package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import muster.packs.trino.TrinoAccess;
import muster.packs.trino.TrinoServer;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables become one where nothing is taken back: made and proved aside, written down, put in place.
class TrinoMergeTest {
    private static final String ASIDE = "_muster_aside_lag_idx_eurusd";

    @TempDir
    Path folder;

    private Scratch lagTables() throws Exception {
        return Estates.lagTables(new Scratch(folder, TrinoAccess.of(TrinoServer.schema(), Map.of())));
    }

    @Test
    void nestedWindowsBecomeOneTableAndFourAgain() throws Exception {
        var scratch = lagTables();
        var before = Estates.state(scratch);

        assertThat(Scratch.figures(scratch.perform("consolidate")))
                .containsEntry("created", "1")
                .containsEntry("kept", "4")
                .containsEntry("rows", "20");
        assertThat(scratch.rows(
                        "SELECT count(*), count(sma_45), count(sma_90), count(a), count(b) FROM lag_idx_eurusd"))
                .containsExactly("20|20|15|20|15");
        assertThat(scratch.catalog().relations()).doesNotContainKey(ASIDE);
        Scratch.figures(scratch.perform("validate"));
        Scratch.figures(scratch.performAs("u", "rollback", "of=run-1"));

        assertThat(Estates.state(scratch)).isEqualTo(before);
    }

    @Test
    void aMergeWhoseValuesHaveChangedPlacesIsRefusedWithTheReason() throws Exception {
        var scratch = lagTables();
        var before = Estates.state(scratch);
        var tampered = new TamperedAccess(
                scratch.access(),
                "CREATE TABLE \"" + ASIDE,
                "UPDATE " + ASIDE + " SET sma_45 = 203 - sma_45 WHERE sma_45 IN (101, 102)",
                TamperedAccess.Commits.TRUE);

        var result = scratch.performBy(tampered, "run-1", "consolidate");

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.NeedsDecision.class,
                        asked -> assertThat(asked.questions())
                                .anyMatch(question -> question.contains("other values than")));
        assertThat(Estates.state(scratch)).isEqualTo(before);
        assertThat(scratch.catalog().relations()).doesNotContainKey(ASIDE);
    }

    @Test
    void sourcesThatAreDroppedAreMadeAgain() throws Exception {
        var scratch = lagTables();
        var before = Estates.state(scratch);
        Scratch.figures(scratch.performAs("c", "consolidate"));
        Scratch.figures(scratch.perform("views", "do=drop", "at=2026-02-01T00:00:00Z"));

        assertThat(Scratch.figures(scratch.performAs("d", "drop", "of=c")))
                .containsEntry("dropped", "4")
                .containsEntry("decisions", "0");
        assertThat(scratch.catalog().relations().keySet()).noneMatch(name -> name.startsWith("_muster_kept"));
        Scratch.figures(scratch.perform("rollback", "of=d"));
        Scratch.figures(scratch.perform("rollback", "of=c"));

        assertThat(Estates.state(scratch)).isEqualTo(before);
    }

    /// Between the second source's view and the end stand eleven calls, so the second of four is half-way.
    @Test
    void aKillHalfWayIsMadeGoodByCallingAgain() throws Exception {
        var undisturbed = lagTables();
        var counted = new KilledAccess(undisturbed.access(), Integer.MAX_VALUE);
        Scratch.figures(undisturbed.performBy(counted, "run-1", "consolidate"));
        var scratch = lagTables();
        var killed = new KilledAccess(scratch.access(), counted.calls() - 11);

        scratch.performBy(killed, "run-1", "consolidate");

        assertThat(scratch.catalog().tables())
                .contains("lag_idx_eurusd", "lag_eurusd_90")
                .doesNotContain("lag_idx_eurusd_w45");
        Scratch.figures(scratch.perform("consolidate"));
        assertThat(Estates.state(scratch)).isEqualTo(Estates.state(undisturbed));
        Scratch.figures(scratch.perform("validate"));
    }
}

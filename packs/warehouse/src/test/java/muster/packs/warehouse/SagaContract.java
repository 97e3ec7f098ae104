package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;

/// What every engine has to keep that takes no statement back with another: what needs that is refused with the
/// reason, and what is done step by step tells how long old names failed.
interface SagaContract {
    /// A warehouse without tables.
    Scratch empty() throws Exception;

    @Test
    default void tablesThatWouldTakeEachOthersNamesWaitWithTheReason() throws Exception {
        var scratch = Estates.covTables(empty(), ExchangeContract.A, ExchangeContract.B);
        Files.writeString(
                scratch.folder().resolve("exchange.csv"),
                "old,new\n%1$s,%2$s\n%2$s,%1$s".formatted(ExchangeContract.A, ExchangeContract.B));

        assertThat(Scratch.figures(scratch.perform("rename", "mapping=exchange.csv")))
                .containsEntry("renamed", "0")
                .containsEntry("decisions", "2");

        assertThat(scratch.rows(
                        "SELECT question FROM _muster_decision WHERE table_name = '" + ExchangeContract.A + "'"))
                .containsExactly(
                        ExchangeContract.B
                                + " is yet to be given up, and this engine, which takes no rename back with another, exchanges no names");
        assertThat(scratch.catalog().tables()).containsExactly(ExchangeContract.A, ExchangeContract.B);
    }

    @Test
    default void whatIsFoundOutByDoingHasNoDryRun() throws Exception {
        var scratch = empty();
        Scratch.figures(scratch.perform("views"));
        var told = new ArrayList<String>();

        for (var result : List.of(
                scratch.rehearse(told, "prove", "capability=rollback"), scratch.rehearse(told, "drop", "of=c"))) {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            ActionResult.Failed.class,
                            failed ->
                                    assertThat(failed.why()).containsPattern("takes nothing back|does not take back"));
        }

        assertThat(told).noneMatch(each -> each.contains("SCHEMA") || each.startsWith("DROP"));
    }

    @Test
    default void aConsolidationTellsForHowLongTheOldNamesFailed() throws Exception {
        var scratch = Estates.lagTables(empty());

        var figures = Scratch.figures(scratch.perform("consolidate"));

        assertThat(figures).containsKeys("gap.median.ms", "gap.longest.ms");
    }

    @Test
    default void dryRunsBeforeAnythingWasDoneTellAndMakeNothing() throws Exception {
        var scratch = Estates.lagTables(empty());
        var before = scratch.catalog().relations();
        var told = new ArrayList<String>();

        for (var action : List.of("rename", "consolidate", "views", "detect-variants")) {
            Scratch.figures(scratch.rehearse(told, action));
        }
        assertThat(Scratch.figures(scratch.rehearse(told, "rollback", "of=c"))).containsEntry("undone", "0");
        assertThat(scratch.rehearse(told, "pilot", "by=ann").toString()).contains("0 groups are consolidated");
        assertThat(scratch.rehearse(told, "validate").toString()).contains("no inventory was taken");
        assertThat(scratch.rehearse(told, "certify").toString()).contains("no inventory was taken");

        assertThat(told).isNotEmpty();
        assertThat(scratch.catalog().relations()).isEqualTo(before);
    }

    /// A series, its momentum and a table of it; then all are made, and what would be made anew is told.
    @Test
    default void aDryRunOfAGenerationTellsEveryTableThatItWouldMake() throws Exception {
        var scratch = empty();
        String[] words = {"currencies=eur,usd", "windows=45", "rows=3", "families=cyc"};
        var told = new ArrayList<String>();

        assertThat(scratch.rehearse(told, "generate", "series=keep", "pairs=eurusd", "families=cyc")
                        .toString())
                .contains("there is no series base_idx_eurusd");
        assertThat(Scratch.figures(scratch.rehearse(told, "generate", words)))
                .containsEntry("tables", "3")
                .containsEntry("told", "3")
                .doesNotContainKey("written");
        assertThat(told).anyMatch(sql -> sql.startsWith("CREATE TABLE \"cyc_bqx_eurusd\" AS SELECT"));
        assertThat(scratch.catalog().relations()).isEmpty();

        Scratch.figures(scratch.perform("generate", words));
        assertThat(Scratch.figures(scratch.rehearse(told, "generate", words))).containsEntry("told", "0");
        words[2] = "rows=4";
        assertThat(Scratch.figures(scratch.rehearse(told, "generate", words))).containsEntry("told", "3");
        assertThat(scratch.rows("SELECT count(*) FROM cyc_bqx_eurusd")).containsExactly("3");
    }
}

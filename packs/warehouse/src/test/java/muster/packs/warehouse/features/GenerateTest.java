package muster.packs.warehouse.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import muster.packs.warehouse.KilledAccess;
import muster.packs.warehouse.Scratch;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Verdict;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
    private static final String[] FEW = {"pairs=eurusd,gbpusd", "families=agg,mom", "windows=45", "rows=100"};

    @TempDir
    Path folder;

    @Test
    void everyTableOfTheCatalogueHasANameOfTheStandard() throws Exception {
        var made = Generated.in(folder, "rows=2");

        var verdicts = NamingStandard.m008().judge(made.scratch().catalog().tables());

        assertThat(verdicts).hasSizeGreaterThan(100);
        assertThat(verdicts).allMatch(Verdict::compliant);
    }

    @Test
    void aSecondCallMakesNothingAndAnotherFormulaOnlyWhatDiffers() throws Exception {
        var made = Generated.in(folder, FEW);

        assertThat(made.figures(FEW)).containsEntry("written", "0").containsEntry("tables", "12");
        made.scratch().execute("DROP TABLE mom_idx_gbpusd");
        assertThat(made.figures(FEW)).containsEntry("written", "1");
        assertThat(made.figures("pairs=eurusd,gbpusd", "families=agg,mom", "windows=45", "rows=100", "formula=stated"))
                .containsEntry("written", "8");
        assertThat(made.figures("pairs=eurusd,gbpusd", "families=agg,mom", "windows=45", "rows=101", "formula=stated"))
                .containsEntry("written", "12");
    }

    @Test
    void aKillAtAnyStatementIsMadeGoodByCallingAgain() throws Exception {
        var words = Generated.small("pairs=eurusd", "families=agg", "windows=45", "rows=50", "parallel=1");
        int deaths = 0;
        for (int calls = 3; ; calls += 14) {
            var scratch = Scratch.empty(Files.createTempDirectory(folder, "w"));
            var killed = new KilledAccess(scratch.access(), calls);
            scratch.performBy(killed, "run-1", "generate", words);
            if (!killed.isDead()) {
                break;
            }
            deaths++;
            Scratch.figures(scratch.perform("generate", words));
            assertThat(scratch.rows("SELECT table_name, row_count FROM _muster_generated ORDER BY 1"))
                    .as("killed at call " + calls)
                    .containsExactly(
                            "agg_bqx_eurusd|50", "agg_idx_eurusd|50", "base_bqx_eurusd|50", "base_idx_eurusd|50");
            assertThat(scratch.catalog().tables()).hasSize(4);
        }
        assertThat(deaths).isGreaterThan(1);
    }

    @Test
    void aLimitEndsTheCallBeforeItIsCrossedAndTheNextDayGoesOn() throws Exception {
        var scratch = Scratch.empty(folder);
        var limited = Generated.small("pairs=eurusd", "families=agg", "windows=45", "rows=50", "day-objects=3");

        assertThat(scratch.perform("generate", limited))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .contains("is estimated at 1 objects; 3 of the day's 3 are spent")
                                .contains("Maybe go on after 2025-12-15T00:00:00Z"));
        assertThat(scratch.catalog().tables()).hasSize(3);
        scratch.execute("UPDATE _muster_cost SET spent = spent - INTERVAL 1 DAY");
        assertThat(Scratch.figures(scratch.perform("generate", limited))).containsEntry("written", "1");
        assertThat(scratch.rows("SELECT sum(objects), sum(row_count) FROM _muster_cost"))
                .containsExactly("4|200");
    }

    @Test
    void tablesOfOthersAreNotTouched() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute("CREATE TABLE agg_idx_eurusd AS SELECT 1 AS mine");

        var result = scratch.perform("generate", Generated.small(FEW));

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .contains("these tables are there and were not generated here: [agg_idx_eurusd]"));
        assertThat(scratch.catalog().tables()).containsExactly("agg_idx_eurusd");
    }

    @Test
    void eachCorrectionIsToldWithItsReason() throws Exception {
        var figures = Generated.in(folder, FEW).figures("families=reg,tri", "rows=5");

        assertThat(figures.values()).anyMatch(text -> text.startsWith("reg: least squares"));
        assertThat(figures.keySet()).anyMatch(name -> name.matches("formula\\.\\d\\d\\.corrected"));
    }

    @Test
    void aDryRunTellsStatementsAndMakesNothing() throws Exception {
        var scratch = Scratch.empty(folder);
        var told = new ArrayList<String>();

        Scratch.figures(scratch.rehearse(told, "generate", Generated.small(FEW)));

        assertThat(told).anyMatch(sql -> sql.startsWith("CREATE TABLE \"agg_idx_eurusd\" AS SELECT interval_time"));
        assertThat(scratch.catalog().tables()).isEmpty();
    }

    @Test
    void seriesOfFilesAreReadAndRebased() throws Exception {
        Files.createDirectories(folder.resolve("real"));
        Files.writeString(folder.resolve("real/eurusd.csv"), """
                time,Open,High,Low,Close,Volume
                2025-01-01 00:01:00,1.1,1.3,1.0,1.25,7
                2025-01-01 00:00:00,1.0,1.2,0.9,1.1,5
                """);
        var scratch = Scratch.empty(folder);
        Scratch.figures(scratch.perform(
                "generate",
                Generated.small("series=files", "files=real", "level=rebased", "pairs=eurusd", "families=agg")));

        assertThat(scratch.rows("SELECT close_idx, low_idx, volume_idx FROM base_idx_eurusd ORDER BY interval_time"))
                .containsExactly("100.0|81.81818181818181|5", "113.63636363636363|90.9090909090909|7");
    }

    @Test
    void seriesThatCannotBeRightAreRefused() throws Exception {
        Files.createDirectories(folder.resolve("real"));
        Files.writeString(
                folder.resolve("real/eurusd.csv"),
                "time,open,high,low,close\n2025-01-01,1,1,2,1\n2025-01-01,1,1,1,-1\n");
        var scratch = Scratch.empty(folder);

        assertThat(scratch.perform(
                                "generate",
                                Generated.small("series=files", "files=real", "pairs=eurusd", "families=agg"))
                        .toString())
                .contains(
                        "1 of 2 rows repeat the time of an earlier row",
                        "1 of 2 rows have a price that is missing, no number, or not above 0; the first is row 2",
                        "2 of 2 rows have a high below the low");
    }

    @Test
    void wrongArgumentsSayWhatIsRight() throws Exception {
        var scratch = Scratch.empty(folder);

        assertThat(scratch.perform("generate", "pairs=usdeur").toString()).contains("in market order, got [usdeur]");
        assertThat(scratch.perform("generate", "windows=90").toString()).contains("windows must have 45");
        assertThat(scratch.perform("generate", "families=wld").toString()).contains("families must be all, or some of");
        assertThat(scratch.perform("generate", "families=csi").toString()).contains("csi has no rule in the standard");
    }
}

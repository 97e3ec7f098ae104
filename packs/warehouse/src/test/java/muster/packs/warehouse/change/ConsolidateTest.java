package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import muster.packs.warehouse.KilledAccess;
import muster.packs.warehouse.Scratch;
import muster.packs.warehouse.sql.Catalog;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsolidateTest {
    private static final List<String> IDX =
            List.of("lag_eurusd_45", "lag_eurusd_90", "lag_idx_eurusd_w45", "lag_idx_eurusd_w90");
    private static final List<String> BQX =
            List.of("lag_bqx_eurusd_45", "lag_bqx_eurusd_90", "lag_bqx_eurusd_w45", "lag_bqx_eurusd_w90");

    @TempDir
    Path folder;

    @Test
    void nestedWindowsBecomeOneTableWithARowPerKey() throws Exception {
        var scratch = Scratch.with(folder, IDX);

        var figures = Scratch.figures(scratch.perform("consolidate", "pair=eurusd", "variant=idx"));

        // 24 rows in the 90-row window, 45 more in the other: the sum of all rows would be 93.
        assertThat(figures)
                .containsEntry("created", "1")
                .containsEntry("kept", "4")
                .containsEntry("rows", "69");
        assertThat(scratch.rows("SELECT count(sma_45), count(sma_90) FROM lag_idx_eurusd"))
                .containsExactly("69|24");
        assertThat(scratch.catalog().views())
                .containsExactlyElementsOf(IDX.stream().sorted().toList());
        assertThat(scratch.rows("SELECT count(*) FROM lag_eurusd_90")).containsExactly("24");
        Scratch.figures(scratch.perform("validate"));
    }

    @Test
    void theSharedColumnStandsOnceAndThePeriodNotAtAll() throws Exception {
        var scratch = Scratch.with(folder, BQX);

        Scratch.figures(scratch.perform("consolidate"));

        assertThat(scratch.rows(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = 'lag_bqx_eurusd'"))
                .contains("bqx_close", "sma_45", "sma_90")
                .doesNotContain("period_minutes", "bqx_close_45")
                .hasSize(18);
        assertThat(scratch.rows("SELECT count(bqx_close) FROM lag_bqx_eurusd")).containsExactly("114");
    }

    @Test
    void aCopyThatIsNoneStopsItsGroup() throws Exception {
        var scratch = Scratch.with(folder, IDX);
        scratch.execute(
                "UPDATE lag_eurusd_45 SET sma_45 = sma_45 + 1e-12 WHERE close_lag_45 = (SELECT min(close_lag_45) FROM lag_eurusd_45)");

        refused(scratch, "lag_idx_eurusd: lag_eurusd_45 has other values than lag_idx_eurusd_w45");
    }

    @Test
    void pairsOfEqualValuesAreSeenAlthoughXorIsBlindToThem() throws Exception {
        var scratch = Scratch.with(folder, IDX);
        scratch.execute(
                "UPDATE lag_eurusd_45 SET interval_time = interval_time + INTERVAL 1 SECOND WHERE close_lag_45 > 0");

        refused(scratch, "lag_idx_eurusd: lag_eurusd_45 has other values than lag_idx_eurusd_w45");
    }

    @Test
    void aSharedColumnThatDiffersStopsItsGroup() throws Exception {
        var scratch = Scratch.with(folder, BQX);
        scratch.execute("UPDATE lag_bqx_eurusd_w90 SET bqx_close = 5", "UPDATE lag_bqx_eurusd_90 SET bqx_close = 5");

        refused(
                scratch,
                "lag_bqx_eurusd: bqx_close differs between lag_bqx_eurusd_w45 and lag_bqx_eurusd_w90 in 24 rows");
    }

    @Test
    void keysMustBeUniqueAndPresent() throws Exception {
        var twice = Scratch.with(folder, List.of("lag_idx_eurusd_w45", "lag_idx_eurusd_w90"));
        var none = twice.copy();
        twice.execute("INSERT INTO lag_idx_eurusd_w90 FROM lag_idx_eurusd_w90 LIMIT 1");
        none.execute(
                "UPDATE lag_idx_eurusd_w45 SET interval_time = NULL WHERE interval_time = (SELECT min(interval_time) FROM lag_idx_eurusd_w45)");

        refused(twice, "lag_idx_eurusd: lag_idx_eurusd_w90 has 1 rows too many of one key");
        refused(none, "lag_idx_eurusd: lag_idx_eurusd_w45 has 1 rows without a key");
    }

    @Test
    void anOccupiedTargetIsADecision() throws Exception {
        var scratch = Scratch.with(folder, IDX);
        scratch.execute("CREATE VIEW LAG_IDX_EURUSD AS SELECT 1 AS one");

        refused(scratch, "lag_idx_eurusd: lag_idx_eurusd is taken by LAG_IDX_EURUSD");
    }

    @Test
    void columnsOfOneNameGetTheirWindow() throws Exception {
        var scratch = Scratch.with(folder, List.of("regime_eurusd_45", "regime_eurusd_90"));

        Scratch.figures(scratch.perform("consolidate", "family=regime"));

        assertThat(scratch.rows(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = 'regime_idx_eurusd'"))
                .contains("vol_p33_45", "vol_p33_90", "volatility_45", "volatility_90");
    }

    @Test
    void keysThatOnlyPartlyOverlapAreNotRepeated() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute(
                source("lag_idx_eurusd_w45", 0, 60),
                source("lag_idx_eurusd_w90", 50, 90),
                source("lag_idx_eurusd_w180", 55, 95));

        var figures = Scratch.figures(scratch.perform("consolidate"));

        // A third table joined on the first one's key would give 125.
        assertThat(figures).containsEntry("rows", "95");
    }

    @Test
    void aKillAtAnyStatementIsMadeGoodByCallingAgain() throws Exception {
        var original = Scratch.with(folder, BQX);
        int deaths = 0;

        for (int calls = 1; ; calls++) {
            var scratch = original.copy();
            var killed = new KilledAccess(scratch.access(), calls);
            scratch.performBy(killed, "run-1", "consolidate");
            if (!killed.isDead()) {
                break;
            }
            deaths++;
            assertThat(Scratch.figures(scratch.perform("consolidate")))
                    .as("killed at call " + calls)
                    .containsEntry("created", "1")
                    .containsEntry("kept", "4")
                    .containsEntry("rows", "114");
        }

        assertThat(deaths).isGreaterThan(20);
    }

    private static String source(String table, int from, int to) {
        return "CREATE TABLE %s AS SELECT TIMESTAMP '2025-01-01' + to_minutes(i) AS interval_time, i AS sma%s FROM range(%d, %d) r(i)"
                .formatted(table, table.substring(table.lastIndexOf('w')).replace('w', '_'), from, to);
    }

    private static void refused(Scratch scratch, String question) throws Exception {
        assertThat(scratch.perform("consolidate")).isEqualTo(new ActionResult.NeedsDecision(List.of(question)));
        assertThat(scratch.catalog().tables())
                .allMatch(table -> table.startsWith("lag_"))
                .doesNotContain("lag_idx_eurusd", "lag_bqx_eurusd");
        assertThat(scratch.catalog().relations()).containsValue(Catalog.Kind.TABLE);
    }
}

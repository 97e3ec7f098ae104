package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import muster.packs.warehouse.Scratch;
import muster.run.ActionResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PilotTest {
    private static final List<String> PAIRS =
            List.of("audcad", "audchf", "audjpy", "audnzd", "audusd", "cadchf", "cadjpy");

    @TempDir
    Path folder;

    private Scratch scratch;

    @BeforeEach
    void sevenGroups() throws Exception {
        scratch = Scratch.empty(folder);
        scratch.execute(PAIRS.stream()
                .flatMap(pair -> Stream.of(source(pair, 45, 0), source(pair, 90, 5)))
                .toArray(String[]::new));
    }

    @Test
    void aRollOutWithoutAnAcceptedPilotIsRefused() throws Exception {
        refused(
                scratch.perform("consolidate"),
                "7 groups are a roll-out, and no pilot of lag was accepted: consolidate with groups=pilot, then accept"
                        + " it with warehouse.pilot");
        assertThat(scratch.catalog().tables()).hasSize(14);
    }

    @Test
    void afterAnAcceptedPilotTheRestFollows() throws Exception {
        assertThat(Scratch.figures(pilot())).containsEntry("created", "5");
        refused(
                scratch.performAs("rest", "consolidate"),
                "2 groups are a roll-out, and no pilot of lag was accepted: consolidate with groups=pilot, then accept"
                        + " it with warehouse.pilot");

        var accepted = Scratch.figures(scratch.performAs("a", "pilot", "by=ce"));
        var rest = Scratch.figures(scratch.performAs("rest", "consolidate"));

        assertThat(accepted).containsEntry("groups", "5").containsEntry("accepted-by", "ce");
        assertThat(rest).containsEntry("created", "2");
    }

    @Test
    void aPilotPerformedAgainIsNoRollOut() throws Exception {
        Scratch.figures(pilot());

        assertThat(Scratch.figures(pilot())).containsEntry("created", "5");
    }

    @Test
    void aPilotThatWasUndoneIsNone() throws Exception {
        Scratch.figures(pilot());
        Scratch.figures(scratch.performAs("a", "pilot", "by=ce"));

        Scratch.figures(scratch.performAs("u", "rollback", "of=p"));

        assertThat(scratch.performAs("rest", "consolidate")).isInstanceOf(ActionResult.Failed.class);
    }

    @Test
    void tooFewGroupsOrOneThatIsNotAsItWasMadeAreNoPilot() throws Exception {
        Scratch.figures(scratch.performAs("p", "consolidate", "pair=audcad"));
        refused(
                scratch.performAs("a", "pilot", "by=ce"),
                "the pilot is not accepted: 1 groups are consolidated, a pilot has 5");

        Scratch.figures(pilot());
        scratch.execute("DELETE FROM lag_idx_audchf WHERE a45 = 3");
        refused(
                scratch.performAs("a", "pilot", "by=ce"),
                "the pilot is not accepted: lag_idx_audchf is not as it was made");
    }

    /// Ten reads of at least 10 MiB are billed for a group; at this price that is more than two dollars.
    @Test
    void aPilotThatWasTooDearIsNotAccepted() throws Exception {
        prices(30_000);
        Scratch.figures(scratch.performAs("p", "consolidate", "groups=pilot", "price=dear", "prices=p.csv"));

        assertThat(scratch.performAs("a", "pilot", "by=ce"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).contains("lag_idx_audcad cost 2.0028 USD, more than 2"));
    }

    @Test
    void theDayEndsBeforeItsLimitIsCrossedAndWhatWasDoneStands() throws Exception {
        prices(10_000);

        var result = scratch.performAs(
                "p", "consolidate", "groups=pilot", "price=dear", "prices=p.csv", "day-usd=2", "batch-usd=1");

        refused(
                result,
                "over budget: lag_idx_audjpy is estimated at 0.6676 USD; 1.3352 of the day's 2 are spent\n"
                        + "Maybe go on after 2025-12-15T00:00:00Z, when a day begins in UTC, or raise day-usd");
        assertThat(scratch.rows("SELECT what, usd FROM _muster_cost ORDER BY what"))
                .containsExactly("lag_idx_audcad|0.6676", "lag_idx_audchf|0.6676");
        assertThat(scratch.catalog().views()).hasSize(4);
        Scratch.figures(scratch.perform("validate"));
    }

    @Test
    void anEstimateIsMadeWithoutReadingATable() throws Exception {
        var figures = Scratch.figures(scratch.perform("cost", "price=bigquery-on-demand"));

        assertThat(figures)
                .containsEntry("parts", "7")
                .containsEntry("billed", Long.toString(7 * 7 * (10L << 20)))
                .containsEntry("usd", "0.003")
                .containsEntry("price.taken", "2026-11-20");
    }

    private void prices(int perTib) throws Exception {
        Files.writeString(
                folder.resolve("p.csv"),
                "name,usd_per_tib,least_bytes_per_table,source,taken\ndear," + perTib
                        + ",10485760,invented for this test,2026-01-01\n");
    }

    private ActionResult pilot() throws InterruptedException {
        return scratch.performAs("p", "consolidate", "groups=pilot");
    }

    private static String source(String pair, int window, int from) {
        return ("CREATE TABLE lag_idx_%1$s_w%2$d AS SELECT TIMESTAMP '2025-01-01' + i * INTERVAL 1 MINUTE AS"
                        + " interval_time, i AS a%2$d FROM range(%3$d, 20) r(i)")
                .formatted(pair, window, from);
    }

    private static void refused(ActionResult result, String why) {
        assertThat(result).isEqualTo(new ActionResult.Failed(why));
    }
}

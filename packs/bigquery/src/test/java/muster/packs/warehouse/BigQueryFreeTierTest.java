package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import muster.clouds.doubles.Fault;
import muster.packs.bigquery.Doubled;
import muster.packs.bigquery.doubles.BigQueryRest;
import muster.packs.bigquery.doubles.Past;
import muster.run.ActionResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of an estimate a month's free bytes cover, as somebody says or as a double of BigQuery remembers.
class BigQueryFreeTierTest {
    private static final long TIB = 1L << 40;
    private static final String QUERY = "SELECT 1";

    @TempDir
    Path folder;

    private final Doubled doubled = new Doubled();
    private Scratch scratch;

    /// Looking for its variant reads half a TiB.
    @BeforeEach
    void aTable() throws Exception {
        scratch = Estates.covTables(new Scratch(folder, doubled.access()), "cov_lag_audcad_audchf");
        doubled.rest().reading(TIB / 2);
    }

    @AfterEach
    void everyRequestHadThePublishedShape() {
        assertThat(doubled.loopback().complaints()).isEmpty();
        doubled.close();
    }

    private ActionResult cost(String... more) throws Exception {
        var all = Stream.concat(Stream.of("of=detect-variants", "price=bigquery-on-demand"), Stream.of(more));
        return scratch.perform("cost", all.toArray(String[]::new));
    }

    private Map<String, String> figures(String... more) throws Exception {
        return Scratch.figures(cost(more));
    }

    /// The double bills the query for this as it bills any other.
    private void used(Past... jobs) {
        Stream.of(jobs).forEach(doubled.rest()::queried);
        doubled.rest().reading(0);
    }

    @Test
    void nothingIsTakenOffUnlessSomebodySaysWhatIsLeft() throws Exception {
        assertThat(figures()).containsEntry("usd", "3.125").containsEntry("usd.after-free", "3.125");
        assertThat(figures("free-tier=whole"))
                .containsEntry("usd", "3.125")
                .containsEntry("free.bytes", Long.toString(TIB / 2))
                .containsEntry("usd.after-free", "0");
        assertThat(figures("free-tier=" + TIB / 4))
                .containsEntry("free.left", Long.toString(TIB / 4))
                .containsEntry("usd.after-free", "1.5625");
    }

    @Test
    void theJobsOfTheMonthAreWhatWasUsedAndThoseOfTheMonthBeforeAreNot() throws Exception {
        var some = Past.of(QUERY).billed(TIB / 8);
        used(some.at("2025-12-01 00:00:00"), some.at("2025-12-13 00:00:00"), some.at("2025-11-30 23:59:59"));

        assertThat(figures("free-tier=jobs"))
                .containsEntry("free.left", Long.toString(TIB - TIB / 4))
                .containsEntry("free.source", TIB / 4 + " bytes were billed since 2025-12-01T00:00:00Z");
        assertThat(figures("free-tier=jobs", "day-zone=America/Los_Angeles"))
                .containsEntry("free.left", Long.toString(TIB - TIB / 8));
    }

    @Test
    void aMonthThatIsUsedUpHasNothingLeft() throws Exception {
        used(Past.of(QUERY).billed(2 * TIB));

        assertThat(figures("free-tier=jobs")).containsEntry("free.left", "0").containsEntry("free.bytes", "0");
    }

    @Test
    void whoeverMayNotSeeTheJobsIsToldWhatIsMissing() throws Exception {
        doubled.loopback()
                .inject(Fault.answered(BigQueryRest.error(403, "accessDenied"), 1)
                        .when(call -> call.text().contains("SUM(total_bytes_billed)")));

        assertThat(cost("free-tier=jobs"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .startsWith("what was billed this month cannot be read: accessDenied")
                                .contains("bigquery.jobs.listAll"));
    }

    @Test
    void aPriceWithoutAFreePartAndAWrongWordAreRefused() throws Exception {
        assertThat(scratch.perform("cost", "free-tier=whole")).isInstanceOf(ActionResult.Failed.class);
        assertThat(cost("free-tier=half"))
                .isEqualTo(new ActionResult.Failed(
                        "free-tier must be none, whole, jobs, or the bytes that are left, got 'half'"));
    }
}

package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import muster.clouds.doubles.Fault;
import muster.packs.bigquery.Doubled;
import muster.packs.bigquery.doubles.BigQueryRest;
import muster.packs.bigquery.doubles.Past;
import muster.run.ActionResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who still reads a view under an old name, by the jobs that a double of BigQuery remembers.
class BigQueryUseTest {
    private static final String READ = "cov_lag_audcad_audchf";
    private static final String UNREAD = "cov_agg_audcad_audchf";
    private static final String NEW = "raw.cov_lag_idx_audcad_audchf";
    private static final String QUERY = "SELECT max(val1) FROM `acme.raw." + READ + "`";

    /// Thirty days after the rename.
    private static final String LATER = "at=2026-01-13T09:00:00Z";

    @TempDir
    Path folder;

    private final Doubled doubled = new Doubled();
    private Scratch scratch;

    @BeforeEach
    void renameTwo() throws Exception {
        scratch = Estates.covTables(new Scratch(folder, doubled.access()), READ, UNREAD);
        Scratch.figures(scratch.perform("rename"));
    }

    @AfterEach
    void everyRequestHadThePublishedShape() {
        assertThat(doubled.loopback().complaints()).isEmpty();
        doubled.close();
    }

    private Map<String, String> views(String... arguments) throws Exception {
        return Scratch.figures(scratch.perform("views", arguments));
    }

    private void isUsed(String view, String use) throws Exception {
        assertThat(views("do=list"))
                .hasEntrySatisfying("view." + view, each -> assertThat(each).endsWith(use));
    }

    @Test
    void aQueryOfSomebodyIsAUseAndJobsOfThisPackAreNone() throws Exception {
        Scratch.figures(scratch.perform("validate"));
        doubled.rest().queried(Past.of(QUERY, NEW)).queried(Past.of(QUERY, NEW).at("2025-12-13 07:00:00"));

        isUsed(READ, "used 2 times, last 2025-12-13T07:00:00Z by ann@acme.example");
        isUsed(UNREAD, "not used");
        assertThat(views("do=list"))
                .containsEntry("used", "1")
                .containsEntry("usage", "INFORMATION_SCHEMA.JOBS since 2025-11-30T09:00:00Z");
    }

    @Test
    void aReadingThatTheTextDoesNotNameIsAUse() throws Exception {
        doubled.rest().queried(Past.of("SELECT * FROM acme.marts.daily", "raw." + READ, "marts.daily"));

        isUsed(READ, "used 1 times, last 2025-12-13T00:00:00Z by ann@acme.example");
    }

    @Test
    void theSameNameInAnotherDataSetIsNoUseAndAnAnswerFromTheCacheIs() throws Exception {
        doubled.rest()
                .queried(Past.of("SELECT * FROM old." + UNREAD, "old." + UNREAD))
                .queried(Past.of(QUERY));

        isUsed(UNREAD, "not used");
        isUsed(READ, "used 1 times, last 2025-12-13T00:00:00Z by ann@acme.example");
    }

    @Test
    void aViewThatIsReadStaysWhenItsTimeIsOver() throws Exception {
        doubled.rest().queried(Past.of(QUERY, NEW).at("2026-01-12 00:00:00"));

        assertThat(views("do=drop", LATER)).containsEntry("dropped", "1");

        assertThat(scratch.catalog().views()).containsExactly(READ);
        assertThat(scratch.rows("SELECT question FROM _muster_decision").getFirst())
                .startsWith("its time is over, and it is still used 1 times");
    }

    @Test
    void onlyTheDaysThatCountAreReadAndNoJobMayBeBilledForMuch() throws Exception {
        doubled.rest().queried(Past.of(QUERY, NEW).at("2025-11-29 00:00:00"));

        isUsed(READ, "not used");
        assertThat(doubled.loopback().calls())
                .filteredOn(call -> call.text().contains("GROUP BY query"))
                .isNotEmpty()
                .allMatch(call -> call.text().contains("creation_time >= TIMESTAMP")
                        && call.text().contains("\"maximumBytesBilled\":\"10737418240\""));
    }

    @Test
    void withoutThePermissionNothingIsDroppedUnlessToldSo() throws Exception {
        doubled.loopback()
                .inject(Fault.answered(BigQueryRest.error(403, "accessDenied"), 100)
                        .when(call ->
                                call.method().equals("POST") && call.text().contains("GROUP BY query")));

        assertThat(views("do=list"))
                .hasEntrySatisfying(
                        "usage",
                        each -> assertThat(each)
                                .startsWith("none: INFORMATION_SCHEMA.JOBS cannot be read: accessDenied")
                                .contains("it needs the permission bigquery.jobs.listAll"));
        assertThat(scratch.perform("views", "do=drop", LATER))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).contains("bigquery.jobs.listAll", "\nMaybe used=drop"));
        assertThat(scratch.catalog().views()).hasSize(2);

        assertThat(views("do=drop", "used=drop", LATER)).containsEntry("dropped", "2");
    }
}

package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import muster.clouds.doubles.Answer;
import muster.clouds.doubles.Call;
import muster.clouds.doubles.Fault;
import muster.packs.bigquery.Doubled;
import muster.packs.bigquery.doubles.BigQueryRest;
import muster.packs.bigquery.doubles.Past;
import muster.run.ActionResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Renames on a double of BigQuery that does not always answer as one would like.
class BigQuerySagaTest {
    private static final String OLD = "cov_lag_audcad_audchf";
    private static final String NEW = "cov_lag_idx_audcad_audchf";
    private static final String OTHER = "cov_agg_audcad_audchf";

    @TempDir
    Path folder;

    private final Doubled doubled = new Doubled();

    @AfterEach
    void everyRequestHadThePublishedShape() {
        assertThat(doubled.loopback().complaints()).isEmpty();
        doubled.close();
    }

    private Scratch tables(String... names) throws Exception {
        return Estates.covTables(new Scratch(folder, doubled.access()), names);
    }

    private static boolean isRename(String statement) {
        return statement.startsWith("ALTER TABLE");
    }

    private long renames() {
        return doubled.rest().statements().stream()
                .filter(BigQuerySagaTest::isRename)
                .count();
    }

    @Test
    void theWayBackIsWrittenBeforeTheFirstRenameAndEachViewFollowsItsRename() throws Exception {
        var scratch = tables(OLD, OTHER);

        Scratch.figures(scratch.perform("rename"));

        var said = doubled.rest().statements();
        var written = said.stream()
                .filter(each -> each.startsWith("INSERT INTO _muster_reverse"))
                .findFirst()
                .orElseThrow();
        assertThat(written).contains("'INTENDED'").contains(OLD).contains(OTHER);
        assertThat(said.indexOf(written))
                .isLessThan(said.indexOf(said.stream()
                        .filter(BigQuerySagaTest::isRename)
                        .findFirst()
                        .orElseThrow()));
        for (int i = 0; i < said.size(); i++) {
            if (isRename(said.get(i))) {
                assertThat(said.get(i + 1))
                        .startsWith("CREATE VIEW")
                        .contains("expiration_timestamp = TIMESTAMP '2026-01-20");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anAnswerThatIsLostAfterTheWorkIsNoSecondRename(int which) throws Exception {
        var scratch = tables(OLD, OTHER);
        doubled.loopback()
                .inject(Fault.of(Fault.Kind.LOST, which)
                        .when(call ->
                                call.method().equals("POST") && call.text().contains("ALTER TABLE")));

        assertThat(Scratch.figures(scratch.perform("rename"))).containsEntry("renamed", "2");

        assertThat(renames()).isEqualTo(2);
        Scratch.figures(scratch.perform("validate"));
    }

    @ParameterizedTest
    @CsvSource({"403, rateLimitExceeded", "429, rateLimitExceeded", "500, internalError", "503, backendError"})
    void whatMayPassIsAskedAgainLaterAndLater(int status, String reason) throws Exception {
        var scratch = tables(OLD);
        doubled.loopback().inject(Fault.answered(BigQueryRest.error(status, reason), 3));

        assertThat(Scratch.figures(scratch.perform("rename"))).containsEntry("renamed", "1");

        assertThat(doubled.waits())
                .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void aLimitOfTheDayEndsRenamesBetweenTwoBatchesAndTheNextDayGoesOn() throws Exception {
        var scratch = tables(OLD, OTHER, "cov_mom_audcad_audchf");

        assertThat(scratch.performAs("r", "rename", "batch=1", "day-objects=2"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .startsWith(
                                        "over budget: 1 renames from cov_mom_audcad_audchf is estimated at 1 objects;"
                                                + " 2 of the day's 2 are spent"));
        assertThat(renames()).isEqualTo(2);
        assertThat(scratch.rows("SELECT what, objects, row_count FROM _muster_cost ORDER BY what"))
                .containsExactly("1 renames from " + OTHER + "|1|5", "1 renames from " + OLD + "|1|5");

        scratch.execute("UPDATE _muster_cost SET spent = TIMESTAMPTZ '2025-12-13 09:00:00' WHERE true");
        assertThat(Scratch.figures(scratch.performAs("r", "rename", "batch=1", "day-objects=2")))
                .containsEntry("renamed", "3");
        assertThat(scratch.rows("SELECT sum(objects) FROM _muster_cost")).containsExactly("3");
    }

    @Test
    void aLimitOfABatchIsThatOfEachBatch() throws Exception {
        var scratch = tables(OLD, OTHER);

        assertThat(scratch.perform("rename", "batch-objects=1")).isInstanceOf(ActionResult.Failed.class);
        assertThat(renames()).isZero();
        assertThat(Scratch.figures(scratch.perform("rename", "batch=1", "batch-objects=1", "batch-rows=5")))
                .containsEntry("renamed", "2");
    }

    @Test
    void aRefusalForGoodIsToldInItsWordsAtOnce() throws Exception {
        var scratch = tables(OLD);
        doubled.loopback().inject(Fault.answered(BigQueryRest.error(403, "accessDenied"), 1));

        assertThat(scratch.perform("rename")).isEqualTo(new ActionResult.Failed("accessDenied (accessDenied)"));
        assertThat(doubled.waits()).isEmpty();
    }

    @Test
    void aJobThatWasRefusedForItsRateIsSentUnderTheNextId() throws Exception {
        var scratch = tables(OLD);
        doubled.rest().refusing(2);

        assertThat(Scratch.figures(scratch.perform("rename"))).containsEntry("renamed", "1");
    }

    @Test
    void aJobThatIsPendingAndThenRunsIsWaitedForAndTheGapIsMeasured() throws Exception {
        var scratch = tables(OLD, OTHER);
        doubled.rest().pending(2);

        var figures = Scratch.figures(scratch.perform("rename"));

        assertThat(figures).containsEntry("renamed", "2").containsKeys("gap.median.ms", "gap.longest.ms");
        assertThat(doubled.waits()).isNotEmpty();
    }

    @Test
    void everyPageOfAListingAndOfAResultIsRead() throws Exception {
        var scratch =
                tables(OLD, OTHER, "cov_a_eurusd", "cov_b_eurusd", "cov_c_eurusd", "cov_d_eurusd", "cov_e_eurusd");

        assertThat(scratch.catalog().tables()).hasSize(7);
        assertThat(Scratch.figures(scratch.perform("inventory"))).containsEntry("tables", "7");
        assertThat(doubled.loopback().calls())
                .anyMatch(call -> call.path().endsWith("/tables")
                        && call.parameter("pageToken").equals("6"));
    }

    @Test
    void aTableWithAStreamingBufferWaitsAndTheOthersGoOn() throws Exception {
        var scratch = tables(OLD, OTHER);
        doubled.rest().streaming(OLD, 17);

        var figures = Scratch.figures(scratch.perform("rename"));

        assertThat(figures).containsEntry("renamed", "1").containsEntry("decisions", "1");
        assertThat(scratch.rows("SELECT table_name, question FROM _muster_decision"))
                .containsExactly(
                        OLD + "|" + OLD + " has about 17 rows in its streaming buffer: stop the stream, and try"
                                + " again when it is empty");
        assertThat(scratch.rows("SELECT view_name FROM _muster_grace")).containsExactly(OTHER);
        Scratch.figures(scratch.perform("validate"));
    }

    @Test
    void aRenameAfterWhichTheDefaultExpirationWouldDeleteTheTableWaits() throws Exception {
        var scratch = tables(OLD);
        doubled.rest().lasting(60);

        assertThat(Scratch.figures(scratch.perform("rename"))).containsEntry("renamed", "0");

        assertThat(scratch.rows("SELECT question FROM _muster_decision").getFirst())
                .contains("default expiration deletes it at 2025-03-02T");
        assertThat(renames()).isZero();
    }

    @Test
    void aViewThatIsRefusedTakesItsRenameBack() throws Exception {
        var scratch = tables(OLD, OTHER);
        doubled.loopback()
                .inject(Fault.answered(BigQueryRest.error(400, "invalidQuery"), 1)
                        .when(call ->
                                call.method().equals("POST") && call.text().contains("CREATE VIEW `" + OLD)));

        assertThat(Scratch.figures(scratch.perform("rename")))
                .containsEntry("renamed", "1")
                .containsEntry("decisions", "1");

        assertThat(scratch.catalog().tables()).contains(OLD).doesNotContain(NEW);
        Scratch.figures(scratch.perform("validate"));
    }

    @Test
    void aQueryByWildcardKeepsItsTablesFromViewsUnlessToldOtherwise() throws Exception {
        var scratch = tables(OLD, OTHER);
        doubled.rest().queried(Past.of("SELECT * FROM `acme.raw.cov_lag_*` WHERE _TABLE_SUFFIX > 'a'"));

        assertThat(Scratch.figures(scratch.perform("rename")))
                .containsEntry("renamed", "1")
                .containsEntry("decisions", "1");
        assertThat(scratch.rows("SELECT question FROM _muster_decision").getFirst())
                .contains("read `cov_lag_*` and would fail");

        assertThat(Scratch.figures(scratch.perform("rename", "wildcards=break")))
                .containsEntry("renamed", "2");
    }

    @Test
    void aNameIsChangedFiveTimesInTenSecondsAtTheMost() throws Exception {
        var scratch = tables(OLD);

        for (int i = 0; i < 3; i++) {
            Scratch.figures(scratch.performAs("k" + i, "rename"));
            Scratch.figures(scratch.performAs("u" + i, "rollback", "of=k" + i));
        }

        assertThat(doubled.waits().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(scratch.catalog().tables()).containsExactly(OLD);
    }

    @Test
    void aLimitOfBytesStopsAJobBeforeItIsBilled() throws Exception {
        tables(OLD);
        doubled.rest().reading(5_000_000);
        var limited = new Scratch(folder, doubled.access("&most-bytes=1000000"));

        assertThat(limited.perform("rename"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).contains("bytesBilledLimitExceeded"));
        assertThat(new Scratch(folder, doubled.access()).rows("EXPLAIN SELECT * FROM " + OLD))
                .isEqualTo(List.of("5000000|SELECT"));
    }

    @Test
    void aRenameThatStillRunsWhenItsCallEndsIsFoundByTheNextCallAndDoneOnce() throws Exception {
        var scratch = tables(OLD);
        Scratch.figures(scratch.perform("views"));
        var way = new Interference(scratch.access(), "INSERT INTO _muster_grace", () -> {
            doubled.rest().pending(9);
            doubled.interruptAfter(9 + 2);
        });
        scratch.performBy(way, "r", "rename");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(renames()).isZero();
        doubled.rest().pending(0);

        Scratch.figures(scratch.performAs("r", "rename"));

        assertThat(renames()).isEqualTo(1);
        assertThat(scratch.catalog().tables()).containsExactly(NEW);
        assertThat(scratch.catalog().views()).containsExactly(OLD);
        Scratch.figures(scratch.performAs("u", "rollback", "of=r"));
        assertThat(scratch.catalog().tables()).containsExactly(OLD);
    }

    @Test
    void whatLookingForVariantsReadsIsForecastByDryRunsAndThenFound() throws Exception {
        var scratch = tables(OLD, OTHER);
        doubled.rest().reading(3L << 30);

        var figures = Scratch.figures(scratch.perform("cost", "of=detect-variants", "price=bigquery-on-demand"));

        assertThat(figures).containsEntry("parts", "2").containsEntry("bytes", Long.toString(6L << 30));
        assertThat(doubled.rest().statements())
                .noneMatch(each -> each.contains("`" + OLD + "`") && each.startsWith("SELECT"));
        assertThat(Scratch.figures(scratch.perform("detect-variants", "least-rows=1")))
                .containsEntry("tables", "2")
                .containsEntry("idx", "2");
    }

    private static boolean asksForAJob(Call call) {
        return call.method().equals("GET") && call.path().contains("/jobs/");
    }

    /// The rename is under way when the answers stop, and takes place later.
    @Test
    void aRenameOfWhichNobodyKnowsHowItEndedIsFinishedByTheNextCall() throws Exception {
        var scratch = tables(OLD);
        doubled.rest().late("ALTER TABLE");
        doubled.loopback()
                .inject(Fault.answered(BigQueryRest.error(503, "backendError"), 8)
                        .when(BigQuerySagaTest::asksForAJob));

        assertThat(scratch.performAs("r", "rename"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .startsWith("what became of job muster_")
                                .contains("is not known: asked 8 times: backendError", "Maybe call again"));
        assertThat(scratch.rows("SELECT state FROM _muster_reverse")).containsExactly("INTENDED");

        assertThat(Scratch.figures(scratch.performAs("r", "rename"))).containsEntry("renamed", "1");
        assertThat(renames()).isEqualTo(1);
        assertThat(scratch.catalog().views()).containsExactly(OLD);
        Scratch.figures(scratch.perform("validate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST 409", "GET 404", "POST 200"})
    void aJobThatIsSaidToBeThereAndIsNotIsAskedForAgain(String what) throws Exception {
        var scratch = tables(OLD);
        doubled.rest().late("ALTER TABLE");
        var answer = what.endsWith("200")
                ? Answer.json(200, "{}")
                : BigQueryRest.error(what.endsWith("409") ? 409 : 404, what.endsWith("409") ? "duplicate" : "notFound");
        doubled.loopback()
                .inject(Fault.answered(answer, 1)
                        .when(call -> what.startsWith("GET")
                                ? asksForAJob(call)
                                : call.method().equals("POST") && call.text().contains("ALTER TABLE")));

        assertThat(Scratch.figures(scratch.perform("rename"))).containsEntry("renamed", "1");
        assertThat(renames()).isEqualTo(1);
    }
}

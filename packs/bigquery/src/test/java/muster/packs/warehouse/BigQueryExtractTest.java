package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import muster.clouds.doubles.Fault;
import muster.packs.bigquery.Doubled;
import muster.packs.bigquery.doubles.BigQueryRest;
import muster.packs.training.TrainingPack;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Session;
import muster.plan.TaskId;
import muster.run.ActionCall;
import muster.run.ActionResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of a double of BigQuery become Parquet files on this machine, page by page.
class BigQueryExtractTest {
    private static final String ONE = "cov_lag_audcad_audchf";
    private static final String OTHER = "cov_agg_audcad_audchf";

    @TempDir
    Path folder;

    private final Doubled doubled = new Doubled();
    private Scratch scratch;

    @BeforeEach
    void twoTables() throws Exception {
        scratch = Estates.covTables(new Scratch(folder, doubled.access()), ONE, OTHER);
    }

    @AfterEach
    void everyRequestHadThePublishedShape() {
        assertThat(doubled.loopback().complaints()).isEmpty();
        doubled.close();
    }

    private ActionResult extract(String... arguments) throws Exception {
        var map = new TreeMap<String, String>();
        Arrays.stream(arguments).forEach(each -> map.put(each.split("=", 2)[0], each.split("=", 2)[1]));
        map.put("to", "files");
        return TrainingPack.pack(scratch.access(), folder)
                .actions()
                .get("warehouse.extract")
                .perform(new ActionCall(new TaskId("task"), "x", 1, map, (share, what) -> {}));
    }

    private String read(String query) throws Exception {
        try (var engine = Session.open(DuckDbFile::inMemory)) {
            return engine.one(query.replaceAll("@(\\w+)", "read_parquet('" + folder + "/files/$1.parquet')"))
                    .toString();
        }
    }

    private long readings(String table) {
        return doubled.rest().statements().stream()
                .filter(each -> each.startsWith("SELECT * FROM `" + table + "`"))
                .count();
    }

    private static String why(ActionResult result) {
        return result instanceof ActionResult.Failed(var why) ? why : "it worked";
    }

    @Test
    void everyTypeThatHasATextComesOutAsItWentIn() throws Exception {
        scratch.execute(
                "CREATE TABLE kinds AS SELECT TIMESTAMP '2025-01-01 00:00:00.000123' AS interval_time, 7 AS whole,"
                        + " CAST(1 AS DOUBLE PRECISION) / 3 AS part, 'it''s, \"so\"\n' AS words, 1 = 1 AS truth,"
                        + " CAST(NULL AS VARCHAR) AS nothing");

        assertThat(Scratch.figures(extract("tables=kinds")))
                .containsEntry("written", "1")
                .containsEntry("rows", "1");

        assertThat(read("SELECT interval_time = TIMESTAMP '2025-01-01 00:00:00.000123', whole, part = 1::DOUBLE / 3,"
                        + " words = 'it''s, \"so\"' || chr(10), truth, nothing IS NULL, typeof(whole), typeof(truth)"
                        + " FROM @kinds"))
                .isEqualTo("Row[values=[true, 7, true, true, true, true, BIGINT, BOOLEAN]]");
    }

    @Test
    void whatWasNotWrittenToIsPassedOverWithoutReadingIt() throws Exception {
        assertThat(Scratch.figures(extract())).containsEntry("written", "2").containsEntry("rows", "10");
        scratch.execute("UPDATE " + OTHER + " SET val1 = 7 WHERE val1 = 100");

        assertThat(Scratch.figures(extract())).containsEntry("written", "1");

        assertThat(readings(ONE)).isEqualTo(1);
        assertThat(doubled.rest().statements()).noneMatch(each -> each.contains("FARM_FINGERPRINT"));
        assertThat(read("SELECT count(*), min(val1) FROM @" + OTHER)).isEqualTo("Row[values=[5, 7]]");
    }

    @Test
    void aPageThatDoesNotComeIsAskedForAgainAndTheNextCallGoesOnAfterOneThatNeverComes() throws Exception {
        var pages = Fault.answered(BigQueryRest.error(503, "backendError"), 2)
                .when(call -> call.path().endsWith("/data")
                        && call.parameter("pageToken").equals("3"));
        doubled.loopback().inject(pages);
        assertThat(Scratch.figures(extract("tables=" + ONE))).containsEntry("written", "1");
        doubled.loopback()
                .inject(Fault.answered(BigQueryRest.error(403, "accessDenied"), 1)
                        .when(call -> call.path().endsWith("/data")
                                && call.parameter("pageToken").equals("3")));

        assertThat(why(extract())).contains("accessDenied");
        assertThat(folder.resolve("files/" + OTHER + ".parquet")).doesNotExist();
        assertThat(Scratch.figures(extract())).containsEntry("tables", "2").containsEntry("written", "1");
        assertThat(readings(ONE)).isEqualTo(1);
    }

    @Test
    void aLimitEndsTheCallBeforeATableIsRead() throws Exception {
        assertThat(why(extract("batch-rows=4"))).contains("is estimated at 5 rows, more than the 4 of a batch");
        assertThat(readings(ONE) + readings(OTHER)).isZero();

        assertThat(why(extract("parallel=1", "price=bigquery-on-demand", "day-usd=0.0001")))
                .contains("is estimated at 0.0001 USD; 0.0001 of the day's 0.0001 are spent");
        assertThat(readings(ONE) + readings(OTHER)).isEqualTo(1);
    }

    @Test
    void columnsThatNoFileCanHaveAreRefusedAllAtOnceBeforeAnythingIsRead() throws Exception {
        scratch.execute("CREATE TABLE odd AS SELECT [1, 2] AS several, STRUCT(1 AS k) AS both, 1 AS one");

        assertThat(why(extract())).contains("odd.both is ", "odd.several is ").doesNotContain("odd.one");
        assertThat(readings(ONE)).isZero();
    }
}

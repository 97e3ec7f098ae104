package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.clouds.doubles.Call;
import muster.clouds.doubles.Fault;
import muster.packs.bigquery.Doubled;
import muster.packs.bigquery.doubles.BigQueryRest;
import muster.run.ActionResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables become one on a double of BigQuery: what it costs, what it may cost, and answers that do not come.
class BigQueryMergeTest {
    /// Four sources and their result are read for fingerprints, two originals for their join and for their keys.
    private static final long LEAST = 9 * (10L << 20);

    private static final String PRICE = "price=bigquery-on-demand";

    @TempDir
    Path folder;

    private final Doubled doubled = new Doubled();

    @AfterEach
    void everyRequestHadThePublishedShape() {
        assertThat(doubled.loopback().complaints()).isEmpty();
        doubled.close();
    }

    private Scratch lagTables() throws Exception {
        return Estates.lagTables(new Scratch(folder, doubled.access()));
    }

    private static boolean merges(Call call) {
        return call.method().equals("POST") && call.text().contains("CREATE TABLE `_muster_aside_");
    }

    private long sent(String beginning) {
        return doubled.rest().statements().stream()
                .filter(each -> each.startsWith(beginning))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "LOST, 0, none",
        "ANSWERED, 403, rateLimitExceeded",
        "ANSWERED, 429, rateLimitExceeded",
        "ANSWERED, 503, backendError"
    })
    void anAnswerThatDoesNotComeIsNoSecondTable(Fault.Kind kind, int status, String reason) throws Exception {
        var scratch = lagTables();
        var fault = kind == Fault.Kind.LOST ? Fault.of(kind, 2) : Fault.answered(BigQueryRest.error(status, reason), 2);
        doubled.loopback().inject(fault.when(BigQueryMergeTest::merges));

        assertThat(Scratch.figures(scratch.perform("consolidate"))).containsEntry("created", "1");

        assertThat(sent("CREATE TABLE `_muster_aside_")).isEqualTo(1);
    }

    @Test
    void aGroupIsForecastByDryRunsAndWhatItsJobsWereBilledIsWrittenDown() throws Exception {
        var scratch = lagTables();

        assertThat(Scratch.figures(scratch.perform("cost", "of=consolidate", PRICE)))
                .containsEntry("billed", Long.toString(LEAST))
                .containsEntry("usd", "0.0006");
        Scratch.figures(scratch.perform("consolidate", PRICE));

        assertThat(Long.parseLong(
                        scratch.rows("SELECT billed FROM _muster_cost").getFirst()))
                .isGreaterThan(LEAST)
                .isLessThan(4 * LEAST);
        assertThat(Double.parseDouble(
                        scratch.rows("SELECT usd FROM _muster_cost").getFirst()))
                .isBetween(0.0006, 0.0024);
    }

    @Test
    void noJobOfAGroupMayBeBilledMoreThanAllAreForecast() throws Exception {
        var scratch = lagTables();
        var way = new Interference(
                scratch.access(), "SET MOST BILLED", () -> doubled.rest().reading(LEAST + 1));
        var before = Estates.state(scratch);

        assertThat(scratch.performBy(way, "c", "consolidate"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .contains("Query exceeded limit for bytes billed: " + LEAST + "."));

        assertThat(Estates.state(new Scratch(folder, doubled.access()))).isEqualTo(before);
        assertThat(doubled.loopback().calls())
                .anyMatch(call -> call.text().contains("\"maximumBytesBilled\":\"" + LEAST + "\""));
    }

    @Test
    void aBudgetStopsAGroupBeforeItsFirstJob() throws Exception {
        var scratch = lagTables();

        for (var budget : new String[] {"batch-usd=0.0001", "day-usd=0.0001"}) {
            assertThat(scratch.perform("consolidate", PRICE, budget))
                    .isInstanceOfSatisfying(
                            ActionResult.Failed.class,
                            failed -> assertThat(failed.why()).startsWith("over budget: lag_idx_eurusd is estimated"));
        }

        assertThat(sent("CREATE TABLE `_muster_aside_")).isZero();
    }

    @Test
    void aPilotThatWasTooDearIsNotAccepted() throws Exception {
        var scratch = lagTables();
        Files.writeString(
                folder.resolve("p.csv"),
                "name,usd_per_tib,least_bytes_per_table,source,taken\ndear,30000,10485760,test,2026-01-01");
        Scratch.figures(scratch.performAs("p", "consolidate", "groups=pilot", "price=dear", "prices=p.csv"));

        assertThat(scratch.performAs("a", "pilot", "by=ce"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .containsPattern("lag_idx_eurusd cost [0-9.]+ USD, more than 2")
                                .contains("1 groups are consolidated, a pilot has 5"));
    }

    @Test
    void aResultOfMoreColumnsThanATableMayHaveIsRefusedBeforeARowIsRead() throws Exception {
        doubled.rest().paging(100_000);
        var scratch = new Scratch(folder, doubled.access());
        for (int window : new int[] {45, 90}) {
            var columns = IntStream.range(0, 5_000)
                    .mapToObj(each -> "1 AS c%d_%d".formatted(each, window))
                    .collect(Collectors.joining(", "));
            scratch.execute(
                    "CREATE TABLE lag_idx_eurusd_w%d AS SELECT TIMESTAMP '2025-01-01 00:00:00' AS interval_time, %s"
                            .formatted(window, columns));
        }

        assertThat(scratch.perform("consolidate"))
                .isInstanceOfSatisfying(
                        ActionResult.NeedsDecision.class,
                        asked -> assertThat(asked.questions().getFirst())
                                .contains("would have 10001 columns, a table of this engine has at most 10000"));

        assertThat(doubled.rest().statements()).noneMatch(each -> each.contains("FARM_FINGERPRINT"));
    }

    @Test
    void whatIsMadeInADataSetThatDeletesItsTablesIsNotDeleted() throws Exception {
        doubled.rest().lasting(60);
        var scratch = lagTables();

        Scratch.figures(scratch.perform("consolidate"));

        assertThat(doubled.rest().statements())
                .anyMatch(each -> each.matches(
                        "(?s)CREATE TABLE IF NOT EXISTS _muster_reverse.* OPTIONS\\(expiration_timestamp.*"))
                .anyMatch(each ->
                        each.startsWith("CREATE TABLE `_muster_aside_lag_idx_eurusd` OPTIONS(expiration_timestamp"))
                .contains(
                        "ALTER TABLE `lag_idx_eurusd` SET OPTIONS(expiration_timestamp = TIMESTAMP '2125-01-01T00:00:00Z')");
    }
}

package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every engine has to keep when tables become one.
interface MergeContract {
    /// A warehouse without tables.
    Scratch empty() throws Exception;

    /// Either the writer is refused, or its row is where the table went; the consolidation is whole or has not been.
    @Test
    default void aWriterDuringAConsolidationLosesNothing() throws Exception {
        var scratch = Estates.lagTables(empty());
        var row = "INSERT INTO lag_idx_eurusd_w45(interval_time, sma_45) VALUES (TIMESTAMP '2030-01-01', 1)";
        var impatient = Estates.impatient(scratch);
        var refused = new ArrayList<SQLException>();
        var way = new Interference(scratch.access(), "CREATE TABLE \"" + Estates.made(scratch), () -> {
            try (var connection = scratch.access().open();
                    var statement = connection.createStatement()) {
                statement.execute(impatient);
                statement.execute(row);
            } catch (SQLException e) {
                refused.add(e);
            }
        });

        var result = scratch.performBy(way, "c", "consolidate");

        assertThat(way.isDone()).isTrue();
        var whole = result instanceof ActionResult.Succeeded;
        var table = whole ? "_muster_kept_lag_idx_eurusd_w45" : "lag_idx_eurusd_w45";
        assertThat(scratch.catalog().relations().containsKey("lag_idx_eurusd")).isEqualTo(whole);
        assertThat(scratch.rows("SELECT count(*) FROM " + table)).containsExactly(refused.isEmpty() ? "21" : "20");
        assertThat(whole).as("a merge that lacks the row is not kept").isEqualTo(!refused.isEmpty());
    }

    @Test
    default void nestedWindowsBecomeOneTableWithARowPerKey() throws Exception {
        var scratch = Estates.lagTables(empty());

        var figures = Scratch.figures(scratch.perform("consolidate"));

        assertThat(figures)
                .containsEntry("created", "1")
                .containsEntry("kept", "4")
                .containsEntry("rows", "20");
        assertThat(scratch.rows(
                        "SELECT count(*), count(sma_45), count(sma_90), count(a), count(b) FROM lag_idx_eurusd"))
                .containsExactly("20|20|15|20|15");
        Scratch.figures(scratch.perform("validate"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lost rows; DELETE FROM RESULT WHERE sma_45 = 103; 19 rows, the union has 20 keys",
                "doubled rows; INSERT INTO RESULT SELECT * FROM RESULT WHERE sma_45 = 103; 1 rows too many of one key",
                "a lost key hidden by a new one; UPDATE RESULT SET interval_time = TIMESTAMP '2030-01-01' WHERE sma_45 = 103; lacks 1 keys of",
                "a shifted column; UPDATE RESULT SET a = b, b = a WHERE true; other values than",
                "swapped values; UPDATE RESULT SET sma_45 = 203 - sma_45 WHERE sma_45 IN (101, 102); other values than",
                "nulls; UPDATE RESULT SET sma_45 = NULL WHERE sma_45 = 103; other values than",
                "a tiny change; UPDATE RESULT SET c45 = c45 + 1e-12 WHERE sma_45 = 103; other values than",
                "null keys; UPDATE RESULT SET interval_time = NULL WHERE sma_45 = 103; rows without a key",
            })
    default void aMergeWithAPlantedDefectIsRefusedWithTheReason(String defect, String sql, String why)
            throws Exception {
        var scratch = Estates.lagTables(empty());
        var before = Estates.state(scratch);
        var made = Estates.made(scratch);
        var tampered = new TamperedAccess(
                scratch.access(), "CREATE TABLE \"" + made, sql.replace("RESULT", made), TamperedAccess.Commits.TRUE);

        var result = scratch.performBy(tampered, "run-1", "consolidate");

        refusedFor(defect, why, result);
        assertThat(Estates.state(scratch)).isEqualTo(before);
        assertThat(scratch.catalog().relations()).doesNotContainKey(made);
    }

    /// GoogleSQL and Iceberg change the type of a column in few ways, so the result is made anew there.
    @Test
    default void aMergeWithAnotherTypeIsRefusedWithTheReason() throws Exception {
        var retyped = Estates.capabilities(empty()).takesBackTogether()
                ? "ALTER TABLE RESULT ALTER COLUMN sma_45 TYPE VARCHAR"
                : "CREATE OR REPLACE TABLE RESULT AS SELECT interval_time, CAST(sma_45 AS VARCHAR) AS sma_45, a, c45,"
                        + " sma_90, b, c90 FROM RESULT";
        aMergeWithAPlantedDefectIsRefusedWithTheReason("a changed type", retyped, "sma_45 of ");
    }

    private static void refusedFor(String defect, String why, ActionResult result) {
        assertThat(result)
                .as(defect)
                .isInstanceOfSatisfying(
                        ActionResult.NeedsDecision.class,
                        asked -> assertThat(asked.questions()).anyMatch(question -> question.contains(why)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "null keys; UPDATE lag_idx_eurusd_w45 SET interval_time = NULL WHERE sma_45 = 103; 1 rows without a key",
                "double keys; INSERT INTO lag_idx_eurusd_w45 SELECT * FROM lag_idx_eurusd_w45 WHERE sma_45 = 103; 1 rows too many of one key",
                "a copy that is none; UPDATE lag_eurusd_90 SET sma_90 = 0 WHERE sma_90 = 110; other values than",
                "drift; ALTER TABLE lag_eurusd_90 ADD COLUMN extra INTEGER; other columns than",
            })
    default void sourcesThatCannotBeMergedAreRefusedWithTheReason(String defect, String sql, String why)
            throws Exception {
        var scratch = Estates.lagTables(empty());
        scratch.execute(sql);

        var result = scratch.perform("consolidate");

        refusedFor(defect, why, result);
    }
}

package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import muster.run.ActionResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Thirty-four planted defects: in the result of a merge, in its sources, and in a warehouse after its changes.
/// Each has to be found, and the reason told, by every engine that takes statements back together.
interface DefectsContract {
    /// A warehouse without tables.
    Scratch empty() throws Exception;

    /// What the engine calls the types of a text and of a number of four bytes.
    Types types();

    /// In its own words.
    record Types(String text, String small) {
        private String in(String words) {
            return words.replace("TEXT", text).replace("SMALL", small);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "lost row; DELETE FROM t WHERE a45 = 103; 19 rows, the union has 20 keys",
                "many lost rows; DELETE FROM t WHERE a45 > 110; 11 rows, the union has 20 keys",
                "no rows; DELETE FROM t; 0 rows, the union has 20 keys",
                "doubled row; INSERT INTO t SELECT * FROM t WHERE a45 = 103; 1 rows too many of one key",
                "doubled table; INSERT INTO t SELECT * FROM t; 20 rows too many of one key",
                "invented row; INSERT INTO t(interval_time) VALUES (TIMESTAMP '2030-01-01'); 21 rows, the union has 20 keys",
                "a key in place of another; UPDATE t SET interval_time = TIMESTAMP '2030-01-01' WHERE a45 = 103; lacks 1 keys",
                "shifted keys; UPDATE t SET interval_time = interval_time + INTERVAL '1' SECOND; lacks 20 keys",
                "null key; UPDATE t SET interval_time = NULL WHERE a45 = 103; 1 rows without a key",
                "swapped columns; UPDATE t SET b45 = c45, c45 = b45; other values than",
                "swapped values; UPDATE t SET a45 = 203 - a45 WHERE a45 IN (101, 102); other values than",
                "two equal values become two others; UPDATE t SET d45 = 7 WHERE a45 IN (101, 102); other values than",
                "a value lost; UPDATE t SET b45 = NULL WHERE a45 = 103; other values than",
                "a column lost its values; UPDATE t SET a90 = NULL; other values than",
                "an absent value made up; UPDATE t SET a90 = 0 WHERE a90 IS NULL; other values than",
                "a change of 1e-12; UPDATE t SET b45 = b45 + 1e-12 WHERE a45 = 103; other values than",
                "a sign; UPDATE t SET b45 = -b45 WHERE a45 = 103; other values than",
                "not a number; UPDATE t SET b45 = 'NaN' WHERE a45 = 103; other values than",
                "a type that keeps the text; ALTER TABLE t ALTER COLUMN a45 TYPE VARCHAR; a45 of lag_idx_eurusd is TEXT",
                "a type that rounds; ALTER TABLE t ALTER COLUMN b45 TYPE REAL; b45 of lag_idx_eurusd is SMALL",
                "a column less; ALTER TABLE t DROP COLUMN d45; d45 of lag_idx_eurusd is ,",
                "a column of another name; ALTER TABLE t RENAME COLUMN d45 TO d; d45 of lag_idx_eurusd is ,",
                "a column more; ALTER TABLE t ADD COLUMN extra INTEGER; other columns than the merge promises",
            })
    default void aDefectOfAMergeIsRefused(String defect, String sql, String why) throws Exception {
        var scratch = Estates.windows(empty());
        var way = new TamperedAccess(
                scratch.access(),
                "CREATE TABLE \"lag_idx",
                sql.replaceAll("\\bt\\b", "lag_idx_eurusd"),
                TamperedAccess.Commits.TRUE);

        refused(scratch.performBy(way, "run-1", "consolidate"), types().in(why));
        assertThat(scratch.catalog().tables()).hasSize(4);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a double key; INSERT INTO lag_idx_eurusd_w90 SELECT * FROM lag_idx_eurusd_w90 LIMIT 1; 1 rows too many of one key",
                "a null key beside a double one, so that the sum is right; UPDATE lag_idx_eurusd_w90 SET interval_time = CASE a90 WHEN 110 THEN NULL ELSE TIMESTAMP '2025-01-01 00:05:00' END WHERE a90 IN (110, 111); 1 rows without a key",
                "a copy with a row less; DELETE FROM lag_eurusd_90 WHERE a90 = 110; another number of rows",
                "a copy with another value; UPDATE lag_eurusd_90 SET a90 = a90 + 1 WHERE a90 = 110; other values than",
                "a copy whose rows are assigned to other keys; UPDATE lag_eurusd_45 SET interval_time = interval_time + INTERVAL '1' HOUR; other values than",
                "a copy with its columns in another order; DROP TABLE lag_eurusd_45 & CREATE TABLE lag_eurusd_45 AS SELECT interval_time, c45, b45, a45, d45 FROM lag_idx_eurusd_w45; other columns than",
            })
    default void aDefectOfASourceIsRefused(String defect, String sql, String why) throws Exception {
        var scratch = Estates.windows(empty());
        scratch.execute(sql.split(" & "));

        refused(scratch.perform("consolidate"), why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a lost row; DELETE FROM lag_idx_eurusd WHERE a45 = 103; lag_idx_eurusd has 19 rows, had 20",
                "a source that shrank; DELETE FROM _muster_kept_lag_eurusd_45; _muster_kept_lag_eurusd_45 has 0 rows",
                "another type; ALTER TABLE lag_idx_eurusd ALTER COLUMN a45 TYPE VARCHAR; has other columns than it had",
                "a table that is gone; DROP TABLE lag_idx_eurusd; lag_idx_eurusd .once . is gone",
                "a table that came; CREATE TABLE agg_idx_gbpusd AS SELECT 1 AS id; but there are 2",
            })
    default void aDefectAfterTheChangeIsFound(String defect, String sql, String why) throws Exception {
        var scratch = Estates.windows(empty());
        Scratch.figures(scratch.perform("consolidate"));
        scratch.execute(sql);

        assertThat(scratch.perform("validate"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).containsPattern(why));
    }

    private static void refused(ActionResult result, String why) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.NeedsDecision.class,
                        asked -> assertThat(asked.questions()).anyMatch(question -> question.contains(why)));
    }
}

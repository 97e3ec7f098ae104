package muster.packs.training.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import muster.packs.training.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateTrainingTest {
    /// A walk, its change over 45 rows, what that will be 15 and 30 rows later, and features that know only the past.
    private static final String CLEAN = """
            SELECT *, lead(bqx_45, 15) OVER t AS target_bqx45_h15, lead(bqx_45, 30) OVER t AS target_bqx45_h30,
              bqx_45 - lag(bqx_45, 1) OVER t AS der_v1_45, lag(bqx_45, 3) OVER t AS bqx_45_lag_3,
              avg(bqx_45) OVER (ORDER BY i ROWS 89 PRECEDING) AS agg_mean_90, (hash(i, 5) % 1000) / 7.0 AS noise_45
            FROM (SELECT i, TIMESTAMP '2025-01-01' + i * INTERVAL '1' MINUTE AS interval_time,
                100 * (c / lag(c, 45) OVER (ORDER BY i) - 1) AS bqx_45
              FROM (SELECT i, 100 * exp(sum((hash(i, 3) % 20001 / 10000.0 - 1) * 0.0002) OVER (ORDER BY i)) AS c FROM range(3000) r(i)))
            WINDOW t AS (ORDER BY i) ORDER BY i""";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void aDesk() {
        desk = Desk.of(folder);
    }

    @Test
    void aCleanFilePasses() throws Exception {
        desk.file("t.parquet", CLEAN);

        assertThat(desk.figures(
                        "validate-training", "file=t.parquet", "targets=2", "from=2025-01-01", "until=2025-01-03"))
                .containsEntry("rows", "3000")
                .containsEntry("targets", "2")
                .containsEntry("defects", "0");
    }

    /// What is planted, and what is said of it.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            value = {
                "* REPLACE (bqx_45 + 0 * i AS bqx_45), lead(bqx_45, 7) OVER (ORDER BY i) AS agg_min_45 # leakage agg_min_45: it changes as bqx_45 does 7 rows later",
                "*, 5 - 3 * target_bqx45_h15 AS vol_atr_45 # leakage vol_atr_45: it changes as bqx_45 does 15 rows later",
                "*, target_bqx45_h30 + noise_45 / 1e6 AS vol_atr_45 # leakage vol_atr_45: it changes as bqx_45 does 30 rows later",
                "*, CASE WHEN i > 2400 THEN target_bqx45_h15 ELSE noise_45 END AS vol_atr_45 # leakage vol_atr_45: it changes as bqx_45 does 15 rows later",
                "*, rank() OVER (ORDER BY target_bqx45_h15) AS vol_atr_45 # leakage vol_atr_45: it rises and falls as bqx_45 does 15 rows later",
                "*, CASE WHEN i % 300 = 0 THEN 'NaN'::DOUBLE WHEN i % 300 = 1 THEN 'Infinity'::DOUBLE ELSE target_bqx45_h15 END AS vol_atr_45 # leakage vol_atr_45: it changes as bqx_45 does 15 rows later",
                "* REPLACE (i AS interval_time) # columns interval_time: is BIGINT, and a key is a time",
                "* REPLACE (interval_time::VARCHAR AS interval_time) # columns interval_time: is VARCHAR, and a key is a time",
                "*, -exp(40 * target_bqx45_h30) AS vol_atr_45 # leakage vol_atr_45: it rises and falls as bqx_45 does 30 rows later",
                "*, ntile(10) OVER (ORDER BY target_bqx45_h15) AS vol_atr_45 # leakage vol_atr_45: it rises and falls as bqx_45 does 15 rows later",
                "*, avg(bqx_45) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS sma_3 # leakage sma_3: it changes as a mean of bqx_45 from 1 rows before to 1 rows later does",
                "*, 7 - 2 * avg(bqx_45) OVER (ORDER BY i ROWS BETWEEN 22 PRECEDING AND 22 FOLLOWING) AS sma_45 # leakage sma_45: it changes as a mean of bqx_45 from 22 rows before to 22 rows later does",
                "*, avg(bqx_45) OVER (ORDER BY i ROWS BETWEEN 1 FOLLOWING AND 10 FOLLOWING) AS sma_10 # leakage sma_10: it changes as a mean of bqx_45 over the 10 rows ahead does",
                "* REPLACE (lag(bqx_45, 1) OVER (ORDER BY i) AS bqx_45_lag_3) # leakage bqx_45_lag_3: it is its column 1 rows ago, not 3 rows ago",
                "* REPLACE (coalesce(target_bqx45_h15, 0) AS target_bqx45_h15) # targets target_bqx45_h15: 15 of the last 15 rows have a value",
                "* REPLACE (lead(bqx_45, 20) OVER (ORDER BY i) AS target_bqx45_h15) # targets target_bqx45_h15: the row before the last 15 is NULL: its horizon is longer",
                "* REPLACE (lag(target_bqx45_h15, 1) OVER (ORDER BY i) AS target_bqx45_h15) # values are not bqx_45 15 rows later",
                "* EXCLUDE (target_bqx45_h30) # targets: there are 1 targets, expected 2",
                "* REPLACE (CASE WHEN i % 3 = 0 THEN noise_45 END AS noise_45) # nulls noise_45: 2000 of 3000 values are NULL, more than the share 0.5",
                "* REPLACE (CASE WHEN i = 9 THEN NULL ELSE interval_time END AS interval_time) # nulls interval_time: 1 rows have no key",
                "* REPLACE (CASE WHEN i = 9 THEN interval_time - INTERVAL 1 MINUTE ELSE interval_time END AS interval_time) # duplicates interval_time: 1 rows repeat a key",
                "* REPLACE (CASE WHEN i = 9 THEN interval_time + INTERVAL 90 SECOND ELSE interval_time END AS interval_time) # order interval_time: 1 rows stand after a later one",
                "* REPLACE (CASE WHEN i > 2000 THEN interval_time + INTERVAL 9 DAY ELSE interval_time END AS interval_time) # dates interval_time: 1 gaps are longer than 7200 minutes"
            })
    void plantedDefectsAreFound(String columns, String said) throws Exception {
        desk.file("t.parquet", "SELECT %s FROM (%s) ORDER BY i".formatted(columns, CLEAN));

        assertThat(desk.refusal("validate-training", "file=t.parquet", "targets=2"))
                .contains(said);
    }

    /// What is of the past, however much it looks like what comes.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "avg(bqx_45) OVER (ORDER BY i ROWS 2 PRECEDING)",
                "avg(bqx_45) OVER (ORDER BY i ROWS 44 PRECEDING)",
                "lag(bqx_45, 1) OVER (ORDER BY i)",
                "bqx_45 - lag(bqx_45, 15) OVER (ORDER BY i)",
                "sum(bqx_45) OVER (ORDER BY i)",
                "ntile(10) OVER (ORDER BY bqx_45)",
                "sign(bqx_45)",
                "i",
                "i % 60",
                "sin(i / 30.0)",
                "1"
            })
    void whatKnowsThePastAloneIsNoLeakage(String feature) throws Exception {
        desk.file("t.parquet", "SELECT *, %s AS more_45 FROM (%s) ORDER BY i".formatted(feature, CLEAN));

        assertThat(desk.figures("validate-training", "file=t.parquet")).containsEntry("defects", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "until=2025-02-30", "from=01/02/2025"})
    void aDayThatIsNoneIsRefused(String day) throws Exception {
        desk.file("t.parquet", CLEAN);

        assertThat(desk.refusal("validate-training", "file=t.parquet", day))
                .contains("must be a day such as 2025-01-31");
    }

    @Test
    void columnsAreComparedWithTheContract() throws Exception {
        desk.file("t.parquet", CLEAN);
        Files.writeString(folder.resolve("c.csv"), """
                column,type,max_null_share
                i,BIGINT,0
                interval_time,TIMESTAMP,0
                bqx_45,DOUBLE,0.001
                target_bqx45_h15,DOUBLE
                target_bqx45_h30,FLOAT
                der_v1_45,
                bqx_45_lag_3,DOUBLE,0.1
                agg_mean_90,DOUBLE,1
                lost_45,DOUBLE,1
                """);

        assertThat(desk.refusal("validate-training", "file=t.parquet", "contract=c.csv")
                        .lines())
                .containsExactly(
                        "4 defects of t.parquet",
                        "columns target_bqx45_h30: is DOUBLE, by the contract it is FLOAT",
                        "columns noise_45: is not in the contract",
                        "columns lost_45: is missing",
                        "nulls bqx_45: 45 of 3000 values are NULL, more than the share 0.001");
    }

    @Test
    void datesThatMustBeCoveredAre() throws Exception {
        desk.file("t.parquet", CLEAN);

        assertThat(desk.refusal("validate-training", "file=t.parquet", "from=2024-12-31", "until=2025-01-04"))
                .contains("dates interval_time: begins at 2025-01-01 00:00:00.0, after 2024-12-31")
                .contains("dates interval_time: ends at 2025-01-03 01:59:00.0, before 2025-01-04");
    }

    @Test
    void aKeyWithAZoneIsCoveredByDaysInUtc() throws Exception {
        var zone = java.util.TimeZone.getDefault();
        try {
            java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Asia/Tokyo"));
            desk.file(
                    "t.parquet",
                    "SELECT * REPLACE (interval_time::TIMESTAMPTZ AS interval_time) FROM (%s)".formatted(CLEAN));

            assertThat(desk.figures("validate-training", "file=t.parquet", "from=2025-01-01", "until=2025-01-03"))
                    .containsEntry("defects", "0");
        } finally {
            java.util.TimeZone.setDefault(zone);
        }
    }

    @Test
    void whatIsNoParquetFileIsSaidToBeNone() throws Exception {
        Files.writeString(folder.resolve("t.parquet"), "interval_time,x\n");

        assertThat(desk.refusal("validate-training", "file=t.parquet")).contains("is no Parquet file");
        assertThat(desk.refusal("validate-training", "file=u.parquet")).contains("is not there");
    }
}

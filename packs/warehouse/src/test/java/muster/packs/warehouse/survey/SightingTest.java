package muster.packs.warehouse.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import muster.packs.warehouse.Scratch;
import muster.packs.warehouse.naming.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "a median of {0} in {1} rows")
    @CsvSource({
        "9.99, 10, BQX",
        "10, 10, UNDECIDED",
        "50, 10, UNDECIDED",
        "50.01, 10, IDX",
        "0.1, 9, UNDECIDED",
        "100, 9, UNDECIDED",
        "NaN, 500, UNDECIDED",
    })
    void aSampleDecidesBeyondTheLimitsAndFromTheLeastRowsOn(double median, long rows, Variant variant) {
        var sighting = Sighting.of("t", median, rows, new Sighting.Rule(10, Variant.BQX));

        assertThat(sighting.variant()).isEqualTo(variant);
        assertThat(sighting.contradicts()).isEqualTo(variant == Variant.IDX);
    }

    /// Every 200th row, as they lie there, is one of the first fifty minutes; in the order of time they are few.
    @Test
    void rowsAreSpreadOverTheTimeHoweverTheyLie() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute("""
                CREATE TABLE cov_lag_audcad_audchf AS SELECT TIMESTAMP '2025-01-01' + i * INTERVAL 1 MINUTE AS interval_time,
                CASE WHEN i < 3000 THEN 0.01 ELSE 100.0 END AS val1 FROM range(10000) AS r(i)
                ORDER BY CASE WHEN i < 50 THEN i * 200 + 199 WHEN i % 200 = 199 THEN i // 200 ELSE i END""");

        Scratch.figures(scratch.perform("detect-variants", "sample=50"));

        assertThat(scratch.rows("SELECT variant, median FROM _muster_variant")).containsExactly("IDX|100.0");
    }
}

package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.warehouse.Scratch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sources that were put aside and are not, or no longer, what a drop may take.
class KeptTest {
    private static final List<String> EURUSD = List.of("lag_bqx_eurusd_w45", "lag_bqx_eurusd_w90");
    private static final List<String> GBPUSD = List.of("lag_bqx_gbpusd_w45", "lag_bqx_gbpusd_w90");

    @TempDir
    Path folder;

    private Scratch scratch;

    @BeforeEach
    void twoGroups() throws Exception {
        scratch = Scratch.with(
                folder, Stream.concat(EURUSD.stream(), GBPUSD.stream()).toList());
    }

    @Test
    void theSourcesOfEachGroupAreMadeOfItsOwnResult() throws Exception {
        var before = rows();
        consolidate();

        assertThat(drop()).containsEntry("dropped", "4").containsEntry("decisions", "0");
        Scratch.figures(scratch.performAs("u", "rollback", "of=d"));
        Scratch.figures(scratch.performAs("u", "rollback", "of=c"));

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatWasDroppedAndMadeAgainCanBeDroppedAgainUnderTheSameKey() throws Exception {
        var before = rows();
        consolidate();

        for (int time = 0; time < 2; time++) {
            assertThat(drop()).containsEntry("dropped", "4").containsEntry("decisions", "0");
            Scratch.figures(scratch.performAs("u", "rollback", "of=d"));
        }
        Scratch.figures(scratch.performAs("u", "rollback", "of=c"));

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aSourceThatHasOtherColumnsThanWhenItWasPutAsideStays() throws Exception {
        consolidate();
        scratch.execute("ALTER TABLE _muster_kept_lag_bqx_eurusd_w45 ADD COLUMN extra INTEGER");

        assertThat(drop()).containsEntry("dropped", "2").containsEntry("decisions", "1");
        assertThat(scratch.rows("SELECT question FROM _muster_decision WHERE key = 'd'"))
                .containsExactly("_muster_kept_lag_bqx_eurusd_w45 has other columns than it had");
    }

    @Test
    void theSourcesOfAResultThatIsNowAViewStay() throws Exception {
        consolidate();
        scratch.execute(
                "ALTER TABLE lag_bqx_eurusd RENAME TO elsewhere",
                "CREATE VIEW lag_bqx_eurusd AS SELECT * FROM elsewhere");

        assertThat(drop()).containsEntry("dropped", "2").containsEntry("decisions", "1");
        assertThat(scratch.rows("SELECT question FROM _muster_decision WHERE key = 'd'"))
                .containsExactly("lag_bqx_eurusd is not a table any more");
        assertThat(scratch.catalog().relations()).containsKey("_muster_kept_lag_bqx_eurusd_w45");
    }

    private void consolidate() throws Exception {
        Scratch.figures(scratch.performAs("c", "consolidate"));
        Scratch.figures(scratch.performAs("v", "views", "do=drop", "at=2026-02-01T00:00:00Z"));
    }

    private Map<String, String> drop() throws Exception {
        return Scratch.figures(scratch.performAs("d", "drop", "of=c"));
    }

    private List<String> rows() throws Exception {
        var queries = Stream.concat(EURUSD.stream(), GBPUSD.stream())
                .map(table -> "SELECT '%1$s', count(*), sum(hash(t)::HUGEINT) FROM %1$s AS t".formatted(table));
        return scratch.rows(queries.collect(Collectors.joining(" UNION ALL ")) + " ORDER BY 1");
    }
}

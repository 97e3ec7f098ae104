package muster.packs.warehouse.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import muster.packs.warehouse.Scratch;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProveTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inventory",
                "variant-detection",
                "cov-rename",
                "lag-consolidation",
                "views",
                "validation",
                "rollback"
            })
    void aCapabilityIsProvedByUsingItAndLeavesNothing(String capability) throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute("CREATE TABLE agg_idx_eurusd AS SELECT 1 AS id");

        var figures = Scratch.figures(scratch.perform("prove", "capability=" + capability));

        assertThat(figures.get("steps")).startsWith("create -> ").endsWith(" -> drop");
        assertThat(scratch.rows("SELECT schema_name || '.' || table_name FROM duckdb_tables()"))
                .containsExactly("main.agg_idx_eurusd");
    }

    @Test
    void anUnknownCapabilityIsAnsweredWithTheKnownOnes() throws Exception {
        assertThat(Scratch.empty(folder).perform("prove", "capability=flying"))
                .isEqualTo(
                        new ActionResult.Failed("capability must be one of [inventory, variant-detection, cov-rename,"
                                + " lag-consolidation, views, validation, rollback], got 'flying'"));
    }
}

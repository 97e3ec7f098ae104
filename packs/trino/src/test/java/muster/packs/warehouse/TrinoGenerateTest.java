package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import muster.packs.training.TrainingPack;
import muster.packs.trino.TrinoAccess;
import muster.packs.trino.TrinoServer;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Session;
import muster.plan.TaskId;
import muster.run.ActionCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Features are generated in Trino's words, with the values that DuckDB gives, and read out again.
class TrinoGenerateTest {
    @TempDir
    Path folder;

    private Scratch empty() throws Exception {
        return new Scratch(folder, TrinoAccess.of(TrinoServer.schema(), Map.of()));
    }

    private void compare(String... words) throws Exception {
        var trino = empty();
        var duck = Scratch.empty(folder);

        assertThat(Scratch.figures(trino.perform("generate", words)))
                .isEqualTo(Scratch.figures(duck.perform("generate", words)));

        assertThat(trino.catalog().tables()).isEqualTo(duck.catalog().tables());
        try (var one = Session.open(duck.access());
                var other = Session.open(trino.access())) {
            for (var table : duck.catalog().tables()) {
                EnginesAgreeTest.compare(table, one, other);
            }
        }
    }

    /// The families whose queries have words of their own here: percentiles, correlations, days of the week.
    @Test
    void generatedTablesHaveTheValuesThatDuckDbGivesAndAreNotMadeTwice() throws Exception {
        String[] words = {
            "currencies=eur,usd",
            "assets=spy",
            "windows=45,90",
            "rows=100",
            "variant=idx",
            "families=regime,tmp,corr,align"
        };
        compare(words);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "muster.trino",
            matches = "whole",
            disabledReason = "played with -Dmuster.trino=whole")
    void everyFamilyHasTheValuesThatDuckDbGives() throws Exception {
        compare("currencies=eur,gbp,usd", "assets=spy", "windows=45,90", "rows=130");
    }

    @Test
    void aTableIsExtractedWithItsTypesAndPassedOverTheNextTime() throws Exception {
        var scratch = empty();
        scratch.execute(
                "CREATE TABLE kinds AS SELECT TIMESTAMP '2025-01-01 00:00:00.000123' AS interval_time, BIGINT '7' AS"
                        + " whole, DOUBLE '1' / 3 AS part, 'it''s, \"so\"' AS words, true AS truth, CAST(NULL AS VARCHAR) AS nothing,"
                        + " DECIMAL '1.50' AS money");

        assertThat(extract(scratch)).containsEntry("written", "1").containsEntry("rows", "1");
        assertThat(extract(scratch)).containsEntry("written", "0");

        try (var engine = Session.open(DuckDbFile::inMemory)) {
            assertThat(engine.one(
                                    "SELECT interval_time = TIMESTAMP '2025-01-01 00:00:00.000123', whole, part = 1::DOUBLE / 3,"
                                            + " words = 'it''s, \"so\"', truth, nothing IS NULL, money, typeof(money) FROM read_parquet('"
                                            + folder + "/files/kinds.parquet')")
                            .values())
                    .containsExactly("true", "7", "true", "true", "true", "true", "1.50", "DECIMAL(3,2)");
        }
    }

    private Map<String, String> extract(Scratch scratch) throws Exception {
        var arguments = new TreeMap<>(Map.of("to", "files", "tables", "kinds"));
        return Scratch.figures(TrainingPack.pack(scratch.access(), folder)
                .actions()
                .get("warehouse.extract")
                .perform(new ActionCall(new TaskId("task"), "x", 1, arguments, (share, what) -> {})));
    }
}

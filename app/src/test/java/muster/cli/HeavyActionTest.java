package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.packs.warehouse.child.Turns;
import muster.packs.warehouse.sql.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a run does with statements that may end the process of an embedded engine.
@Timeout(120)
class HeavyActionTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: one-table, title: Window tables become one, start: "2026-01-05T09:00:00Z"}
            agents:
              - {id: engineer, name: Engineer, kind: worker}
            phases:
              - id: lag
                title: Windows
                tasks:
                  - id: join
                    title: Two windows become one table
                    owners: [engineer]
                    action: {pack: warehouse.consolidate, with: {pair: eurusd}}
            """;

    @TempDir
    Path folder;

    /// Where another process holds the file, a statement of this one would wait for its end.
    @Test
    void aRunConsolidatesInTheProcessThatHoldsTheFile() throws Exception {
        Files.writeString(folder.resolve("muster.yaml"), PLAN);
        var turns = Turns.at(folder.resolve("warehouse.duckdb"));
        try (var session = Session.open(turns.here())) {
            for (var window : List.of("45", "90")) {
                session.execute(
                        "CREATE TABLE lag_idx_eurusd_w%1$s AS SELECT TIMESTAMP '2025-01-01' + i * INTERVAL '1' MINUTE AS interval_time, i AS v_%1$s FROM range(9) r(i)"
                                .formatted(window));
            }
        }

        try (var held = Session.open(turns.apart())) {
            Said.to("run", "--perform", "--workspace", folder).exits(Exit.YES);

            assertThat(held.one("SELECT count(*) FROM lag_idx_eurusd").number(0))
                    .isEqualTo(9);
        }
    }
}

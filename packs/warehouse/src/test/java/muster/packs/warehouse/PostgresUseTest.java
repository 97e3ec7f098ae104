package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who uses the views, by PostgreSQL's own log. Other tests share the server, so these names are in none of them.
class PostgresUseTest {
    private static final String READ = "cov_vol_gbpnzd_usdjpy";
    private static final String UNREAD = "cov_vol_gbpnzd_usdchf";

    @TempDir
    Path folder;

    private Scratch scratch;

    @BeforeEach
    void renameTwo() throws Exception {
        scratch = PostgresScratch.empty(folder);
        Assumptions.assumeTrue(PostgresScratch.counts(), "pg_stat_statements is not installed");
        scratch.execute(
                "CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public",
                "CREATE TABLE " + READ + " AS SELECT 1 AS id",
                "CREATE TABLE " + UNREAD + " AS SELECT 1 AS id");
        Scratch.figures(scratch.perform("rename"));
    }

    @AfterEach
    void countNoMore() throws Exception {
        scratch.execute("DROP EXTENSION IF EXISTS pg_stat_statements");
    }

    @Test
    void aViewThatIsReadIsUsedAndOneThatOnlyThisPackReadsIsNot() throws Exception {
        scratch.rows("SELECT * FROM " + READ);
        Scratch.figures(scratch.perform("validate"));

        var figures = views("do=list");

        assertThat(figures)
                .containsEntry("usage", "pg_stat_statements")
                .hasEntrySatisfying(
                        "view." + READ,
                        each -> assertThat(each).endsWith("used 1 times, last 2025-12-14T09:00:00Z by muster"))
                .hasEntrySatisfying("view." + UNREAD, each -> assertThat(each).endsWith("not used"));
    }

    @Test
    void aCountThatGrewMeansUseSinceTheLastLook() throws Exception {
        scratch.rows("SELECT * FROM " + READ);
        views("do=list");
        scratch.execute("UPDATE _muster_use SET last_used = '2025-11-01T00:00:00Z'");

        assertThat(views("do=list")).containsEntry("used", "0");
        scratch.rows("SELECT * FROM " + READ);
        assertThat(views("do=list")).containsEntry("used", "1");
    }

    @Test
    void aViewThatIsReadStaysWhenItsTimeIsOver() throws Exception {
        scratch.rows("SELECT * FROM " + READ);
        scratch.execute("UPDATE _muster_grace SET expires = TIMESTAMPTZ '2025-12-14T08:00:00Z'");

        assertThat(views("do=drop")).containsEntry("dropped", "1");
        assertThat(scratch.catalog().views()).containsExactly(READ);
    }

    @Test
    void whatReadASourceBeforeItsConsolidationIsNoUseOfItsView() throws Exception {
        Estates.lagTables(scratch);
        scratch.rows("SELECT * FROM lag_idx_eurusd_w45");
        Scratch.figures(scratch.performAs("c", "consolidate"));

        assertThat(views("do=list"))
                .containsEntry("used", "0")
                .hasEntrySatisfying(
                        "view.lag_idx_eurusd_w45", each -> assertThat(each).endsWith("not used"));
    }

    @Test
    void theServersOwnLogIsReadToo() throws Exception {
        scratch.execute("DROP EXTENSION pg_stat_statements");
        assertThat(views("do=list"))
                .hasEntrySatisfying("usage", each -> assertThat(each).contains("pg_stat_statements is not there"));
        Files.writeString(
                folder.resolve("server.json"),
                "{\"timestamp\":\"2025-12-14 08:00:00.000 UTC\",\"user\":\"ann\",\"message\":\"statement: TABLE %s\"}\n"
                        .formatted(UNREAD));

        assertThat(views("log=server.json"))
                .hasEntrySatisfying(
                        "view." + UNREAD,
                        each -> assertThat(each).endsWith("used 1 times, last 2025-12-14T08:00:00Z by ann"));
    }

    private Map<String, String> views(String argument) throws Exception {
        return Scratch.figures(scratch.perform("views", argument));
    }
}

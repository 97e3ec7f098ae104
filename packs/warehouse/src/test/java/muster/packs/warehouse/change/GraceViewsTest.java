package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import muster.packs.warehouse.Scratch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraceViewsTest {

    @TempDir
    Path folder;

    @Test
    void aViewIsDroppedWhenItsTimeIsOverAndNotBefore() throws Exception {
        var scratch = renamed();

        var dayBefore = Scratch.figures(scratch.perform("views", "do=drop", "at=2026-01-12T09:00:00Z"));
        var dayAfter = Scratch.figures(scratch.perform("views", "do=drop", "at=2026-01-13T09:00:00Z"));

        assertThat(dayBefore).containsEntry("dropped", "0").containsEntry("views", "2");
        assertThat(dayAfter).containsEntry("dropped", "2").containsEntry("views", "0");
        assertThat(scratch.catalog().views()).isEmpty();
    }

    /// Both views end on 13 January at 09:00.
    @Test
    void viewsThatEndSoonAreWarnedAbout() throws Exception {
        var scratch = renamed();

        assertThat(Scratch.figures(scratch.perform("views", "at=2026-01-05T23:59:59Z")))
                .containsEntry("ending", "0");
        assertThat(Scratch.figures(scratch.perform("views", "at=2026-01-06T09:00:00Z")))
                .containsEntry("ending", "2")
                .containsEntry("expired", "0");
        assertThat(Scratch.figures(scratch.perform("views", "at=2026-01-06T09:00:00Z", "warn-days=3")))
                .containsEntry("ending", "0");
        assertThat(Scratch.figures(scratch.perform("views", "at=2026-01-20T00:00:00Z")))
                .containsEntry("ending", "0")
                .containsEntry("expired", "2");
    }

    @Test
    void aViewThatSomebodyChangedIsLeftToADecision() throws Exception {
        var scratch = renamed();
        scratch.execute("CREATE OR REPLACE VIEW cov_lag_audcad_audchf AS SELECT 1 AS mine");

        var figures = Scratch.figures(scratch.perform("views", "do=drop", "at=2027-01-01T00:00:00Z"));

        assertThat(figures).containsEntry("dropped", "1").containsEntry("expired", "1");
        assertThat(scratch.rows("SELECT table_name FROM _muster_decision")).containsExactly("cov_lag_audcad_audchf");
    }

    @Test
    void eachViewIsListedWithItsUseByTheLog() throws Exception {
        var scratch = renamed();
        log(
                "2026-01-10T08:00:00Z,etl,SELECT * FROM cov_lag_audcad_audchf",
                "2026-01-09T08:00:00Z,ann,TABLE cov_lag_audcad_audchf");

        var figures = Scratch.figures(
                scratch.perform("views", "log=log.csv", "at=2026-01-12T09:00:00Z", "csv=views.csv", "show=1"));

        assertThat(figures)
                .containsEntry("usage", "log.csv")
                .containsEntry("used", "1")
                .hasEntrySatisfying(
                        "view.cov_lag_audcad_audchf",
                        each -> assertThat(each)
                                .startsWith("reads cov_lag_idx_audcad_audchf, created 2025-12-14 ")
                                .endsWith("used 2 times, last 2026-01-10T08:00:00Z by ann etl"))
                .doesNotContainKey("view.cov_mom_audcad_audchf");
        assertThat(Files.readAllLines(folder.resolve("views.csv")))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).endsWith(",no,2,2026-01-10T08:00:00Z,ann etl"))
                .anySatisfy(line -> assertThat(line).endsWith(",no,0,,"));
    }

    @Test
    void aViewThatIsStillUsedStaysWhenItsTimeIsOver() throws Exception {
        var scratch = renamed();
        log(
                "2026-01-10T08:00:00Z,etl,SELECT * FROM cov_lag_audcad_audchf",
                "2025-12-20T08:00:00Z,ann,TABLE cov_mom_audcad_audchf");

        var figures = Scratch.figures(
                scratch.perform("views", "do=drop", "log=log.csv", "at=2026-01-14T09:00:00Z", "recent-days=14"));

        assertThat(figures).containsEntry("dropped", "1").containsEntry("expired", "1");
        assertThat(scratch.catalog().views()).containsExactly("cov_lag_audcad_audchf");
        assertThat(scratch.rows("SELECT question FROM _muster_decision"))
                .singleElement()
                .asString()
                .contains("still used 1 times, last 2026-01-10T08:00:00Z by etl", "Maybe then say used=drop");
    }

    @Test
    void aViewThatIsStillUsedIsDroppedWithAWarningOrWithoutIfThatIsThePolicy() throws Exception {
        var warned = renamed();
        log("2026-01-10T08:00:00Z,etl,SELECT * FROM cov_lag_audcad_audchf");

        var figures = Scratch.figures(
                warned.perform("views", "do=drop", "log=log.csv", "used=warn", "at=2026-01-14T09:00:00Z"));

        assertThat(figures).containsEntry("dropped", "2");
        assertThat(warned.rows("SELECT question FROM _muster_decision"))
                .containsExactly("it was dropped although it was still used 1 times, last 2026-01-10T08:00:00Z by etl");
    }

    @Test
    void anEngineThatKeepsNoStatementsSaysSo() throws Exception {
        var figures = Scratch.figures(renamed().perform("views"));

        assertThat(figures)
                .containsEntry("used", "0")
                .hasEntrySatisfying("usage", each -> assertThat(each).startsWith("none: "));
    }

    private void log(String... lines) throws Exception {
        Files.writeString(folder.resolve("log.csv"), "time,user,query\n" + String.join("\n", lines) + "\n");
    }

    private Scratch renamed() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute(
                "CREATE TABLE cov_lag_audcad_audchf AS SELECT 1 AS id",
                "CREATE TABLE cov_mom_audcad_audchf AS SELECT 1 AS id");
        Scratch.figures(scratch.perform("rename"));
        return scratch;
    }
}

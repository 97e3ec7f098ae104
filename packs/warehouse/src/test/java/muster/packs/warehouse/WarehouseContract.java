package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import muster.packs.warehouse.sql.Capabilities;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every engine has to keep. A new dialect is proved by this kit.
abstract class WarehouseContract implements RollbackContract {
    static final String OLD = "cov_lag_audcad_audchf";
    static final String NEW = "cov_lag_idx_audcad_audchf";

    @TempDir
    Path folder;

    @Override
    public abstract Scratch empty() throws Exception;

    /// A name that would do harm if anything in it were read as SQL, as far as the engine knows such names.
    String hostile() {
        return "cov\"; DROP TABLE x; -- 'é😀";
    }

    /// Every so many calls of a rename are one death; an odd number, so that both kinds of death are met.
    int callsBetweenDeaths() {
        return 3;
    }

    Scratch covTables(String... names) throws Exception {
        return Estates.covTables(empty(), names);
    }

    /// No story of the kit is left out but for a capability that the engine states.
    @Test
    void theStoriesThatArePlayedFollowFromWhatTheEngineStates() throws Exception {
        var capabilities = Estates.capabilities(empty());

        assertThat(plays(MergeContract.class) && plays(DropContract.class)).isTrue();
        assertThat(plays(TransactionContract.class)).isEqualTo(capabilities.takesBackTogether());
        assertThat(plays(ExchangeContract.class)).isEqualTo(capabilities.takesBackTogether());
        assertThat(plays(SagaContract.class)).isEqualTo(!capabilities.takesBackTogether());
    }

    /// The classes that play the kit for this engine.
    List<Class<?>> kit() {
        return List.of(getClass());
    }

    private boolean plays(Class<?> contract) {
        return kit().stream().anyMatch(contract::isAssignableFrom);
    }

    @Test
    void aTableGetsItsNameAViewTheOldOneAndBothTheRows() throws Exception {
        var scratch = covTables(OLD, "cov_agg_audcad_audchf", "agg_idx_eurusd");

        var figures = Scratch.figures(scratch.perform("rename", "family=cov"));

        assertThat(figures).containsEntry("renamed", "2").containsEntry("decisions", "0");
        assertThat(scratch.catalog().tables()).containsExactly("agg_idx_eurusd", "cov_agg_bqx_audcad_audchf", NEW);
        assertThat(scratch.rows("SELECT count(*) FROM " + OLD)).containsExactly("5");
        Scratch.figures(scratch.perform("validate"));
    }

    @Test
    void tablesThatHaveIdentitiesAndTheViewsAreTheWholeListing() throws Exception {
        var scratch = covTables(OLD, "agg_idx_eurusd");
        Scratch.figures(scratch.perform("rename", "family=cov"));

        try (var session = Session.open(scratch.access())) {
            var tables = Contents.identities(session).keySet();
            assertThat(Catalog.read(session, tables)).isEqualTo(Catalog.read(session));
        }
    }

    @Test
    void undoingEverythingLeavesWhatWasThereBefore() throws Exception {
        var scratch = Estates.lagTables(covTables(OLD, "cov_agg_audcad_audchf"));
        var before = Estates.state(scratch);

        Scratch.figures(scratch.performAs("r", "rename", "family=cov", "batch=1"));
        Scratch.figures(scratch.performAs("c", "consolidate"));
        assertThat(Estates.state(scratch)).isNotEqualTo(before);
        Scratch.figures(scratch.performAs("u1", "rollback", "of=c"));
        Scratch.figures(scratch.performAs("u2", "rollback", "of=r"));

        assertThat(Estates.state(scratch)).isEqualTo(before);
    }

    @Test
    void aKillAtAnyStatementIsMadeGoodByCallingAgain() throws Exception {
        var names = List.of(OLD, "cov_agg_audcad_audchf");
        var undisturbed = covTables(names.toArray(String[]::new));
        Scratch.figures(undisturbed.perform("rename", "batch=1"));
        var expected = Estates.state(undisturbed);
        int deaths = 0;

        // Odd deaths come before the call, even ones after it; every third call meets both.
        for (int calls = 1; ; calls += callsBetweenDeaths()) {
            var scratch = covTables(names.toArray(String[]::new));
            var killed = new KilledAccess(scratch.access(), calls);
            scratch.performBy(killed, "run-1", "rename", "batch=1");
            if (!killed.isDead()) {
                break;
            }
            deaths++;
            Scratch.figures(scratch.perform("rename", "batch=1"));
            assertThat(Estates.state(scratch)).as("killed at call " + calls).isEqualTo(expected);
        }

        assertThat(deaths).isGreaterThan(2);
    }

    @Test
    void aWriterDuringRenamesFindsItsRowUnderTheNewName() throws Exception {
        var scratch = covTables(OLD, "cov_agg_audcad_audchf");
        var impatient = Estates.impatient(scratch);
        var refused = new ArrayList<SQLException>();
        var way = new Interference(scratch.access(), "ALTER TABLE", () -> {
            try (var connection = scratch.access().open();
                    var statement = connection.createStatement()) {
                statement.execute(impatient);
                statement.execute("INSERT INTO " + OLD + " VALUES (TIMESTAMP '2030-01-01', 1)");
            } catch (SQLException e) {
                refused.add(e);
            }
        });

        var first = scratch.performBy(way, "r", "rename");
        if (first instanceof ActionResult.Failed(var why)) {
            assertThat(why).isEqualTo(NEW + " has other rows than " + OLD + " had");
        }
        Scratch.figures(scratch.performAs("r", "rename"));

        assertThat(way.isDone()).isTrue();
        assertThat(scratch.rows("SELECT count(*) FROM " + NEW)).containsExactly(refused.isEmpty() ? "6" : "5");
    }

    /// So many batches are shared by two sessions where the engine has transactions.
    @Test
    void manyBatchesAreCarriedOutAndUndone() throws Exception {
        var names = List.of("agg", "align", "lag", "mom", "reg", "vol").stream()
                .map("cov_%s_audcad_audchf"::formatted)
                .toArray(String[]::new);
        var scratch = covTables(names);

        Scratch.figures(scratch.perform("rename", "batch=1"));

        assertThat(scratch.catalog().views()).containsExactly(names);
        assertThat(scratch.rows("SELECT DISTINCT seq FROM _muster_reverse")).hasSize(names.length);
        Scratch.figures(scratch.perform("validate"));
        Scratch.figures(scratch.performAs("back", "rollback", "of=run-1"));
        assertThat(scratch.catalog().tables()).containsExactly(names);
        assertThat(scratch.catalog().views()).isEmpty();
    }

    @Test
    void hostileNamesAreNames() throws Exception {
        var hostile = hostile();
        var scratch = empty();
        scratch.execute("CREATE TABLE " + Sql.identifier(hostile) + " AS SELECT 1 AS id");
        Files.writeString(folder.resolve("m.csv"), "old,new\n\"" + hostile.replace("\"", "\"\"") + "\"," + NEW);

        Scratch.figures(scratch.perform("rename", "mapping=m.csv"));
        assertThat(scratch.rows("SELECT question FROM _muster_decision")).isEmpty();

        assertThat(scratch.catalog().views()).containsExactly(hostile);
        Scratch.figures(scratch.performAs("back", "rollback", "of=run-1"));
        assertThat(scratch.catalog().tables()).containsExactly(hostile);
    }

    @Test
    void aTargetThatIsTakenByATableAViewOrACaseTwinWaits() throws Exception {
        var twin = NEW.replace("idx", "IDX");
        var scratch = covTables(OLD, twin, "cov_agg_audcad_audchf", "cov_mom_audcad_audchf");
        scratch.execute(
                "CREATE VIEW cov_agg_bqx_audcad_audchf AS SELECT 1 AS one",
                "CREATE TABLE cov_mom_idx_audcad_audchf AS SELECT 1 AS one");

        var capabilities = Estates.capabilities(scratch);

        assertThat(Scratch.figures(scratch.perform("rename")))
                .containsEntry("renamed", "0")
                .containsEntry("decisions", capabilities.respells(twin) ? "3" : "4");
    }

    @Test
    void aTakenTargetComesWithWhatTellsTheTwoApart() throws Exception {
        var scratch = covTables("cov_agg_audcad_audchf", "cov_agg_bqx_audcad_audchf", "cov_mom_audcad_audchf");
        scratch.execute(
                "CREATE VIEW cov_mom_idx_audcad_audchf AS SELECT 1 AS one",
                "CREATE TABLE cov_vol_audcad_audchf AS SELECT 1 AS id",
                "CREATE TABLE cov_vol_idx_audcad_audchf AS SELECT 'one' AS id");

        Scratch.figures(scratch.perform("rename"));
        assertThat(evidence(scratch))
                .containsExactly("They are equal copies of 5 rows.", "It is a view.", "They have other columns.");

        scratch.execute("INSERT INTO cov_agg_bqx_audcad_audchf VALUES (TIMESTAMP '2030-01-01', 9)");
        Scratch.figures(scratch.perform("rename"));
        assertThat(evidence(scratch).getFirst())
                .isEqualTo("cov_agg_audcad_audchf has 5 rows until 2025-01-01 00:04:00, cov_agg_bqx_audcad_audchf has 6"
                        + " rows until 2030-01-01 00:00:00; they differ in [interval_time, val1].");
    }

    private static List<String> evidence(Scratch scratch) throws SQLException {
        return scratch.rows("SELECT question FROM _muster_decision ORDER BY table_name").stream()
                .map(question -> question.substring(question.indexOf('?') + 2).replace(".000000", ""))
                .toList();
    }

    @Test
    void aReadersViewWorksOnOrItsTableWaits() throws Exception {
        var scratch = covTables(OLD);
        scratch.execute("CREATE VIEW reader AS SELECT * FROM " + OLD);

        var figures = Scratch.figures(scratch.perform("rename", "old-name=gone"));

        var follows = Estates.capabilities(scratch).views() == Capabilities.Views.FOLLOW;
        assertThat(figures).containsEntry("decisions", follows ? "0" : "1");
        assertThat(scratch.rows("SELECT count(*) FROM reader")).containsExactly("5");
    }

    @Test
    void aDryRunTellsExactlyWhatIsThenDoneAndChangesNothing() throws Exception {
        var scratch = Estates.lagTables(covTables(OLD, "cov_agg_audcad_audchf"));
        var before = Estates.state(scratch);
        var told = new ArrayList<String>();

        var dry = Scratch.figures(scratch.rehearse(told, "rename", "batch=1"));

        assertThat(Estates.state(scratch)).isEqualTo(before);
        assertThat(scratch.catalog().relations()).doesNotContainKey("_muster_reverse");
        assertThat(told)
                .containsSubsequence(
                        "ALTER TABLE \"%s\" RENAME TO \"%s\"".formatted(OLD, NEW),
                        Estates.graceView(scratch, OLD, NEW));
        var dryMerge = scratch.rehearse(told, "consolidate");
        assertThat(Scratch.figures(scratch.perform("rename", "batch=1"))).containsAllEntriesOf(dry);
        if (Estates.capabilities(scratch).takesBackTogether()) {
            assertThat(told).contains("BEGIN", "COMMIT");
            assertThat(scratch.performAs("c", "consolidate")).isEqualTo(dryMerge);
            return;
        }
        assertThat(Scratch.figures(dryMerge)).containsEntry("told", "1").containsEntry("decisions", "0");
        assertThat(told)
                .containsSubsequence(
                        "ALTER TABLE \"_muster_aside_lag_idx_eurusd\" RENAME TO \"lag_idx_eurusd\"",
                        "ALTER TABLE \"lag_idx_eurusd_w45\" RENAME TO \"_muster_kept_lag_idx_eurusd_w45\"");
    }

    @Test
    void aGraceViewGoesWhenItsTimeIsOverUnlessSomebodyHasChangedIt() throws Exception {
        var scratch = covTables(OLD, "cov_agg_audcad_audchf");
        Scratch.figures(scratch.perform("rename"));
        scratch.execute("CREATE OR REPLACE VIEW cov_agg_audcad_audchf AS SELECT * FROM cov_agg_bqx_audcad_audchf"
                + " WHERE val1 > 101");

        Scratch.figures(scratch.perform("views", "do=drop"));
        assertThat(scratch.catalog().views()).containsExactly("cov_agg_audcad_audchf", OLD);
        Scratch.figures(scratch.perform("views", "do=drop", "at=2026-01-13T09:00:00Z"));

        assertThat(scratch.catalog().views()).containsExactly("cov_agg_audcad_audchf");
    }

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
    void everyCapabilityIsProvedByUsingIt(String capability) throws Exception {
        var scratch = empty();

        var figures = Scratch.figures(scratch.perform("prove", "capability=" + capability));

        assertThat(figures).containsEntry("proved", capability);
        assertThat(scratch.catalog().relations()).isEmpty();
    }

    @Test
    void thePlanHasEveryTableOnceAndWritesItDown() throws Exception {
        var scratch = Estates.lagTables(
                covTables(OLD, "cov_agg_audcad_audchf", "cov_agg_bqx_audcad_audchf", "agg_idx_eurusd"));

        var figures = Scratch.figures(scratch.perform("plan", "csv=plan.csv"));

        assertThat(figures)
                .containsEntry("tables", "8")
                .containsEntry("keep", "2")
                .containsEntry("rename", "1")
                .containsEntry("decide", "1")
                .containsEntry("consolidate", "4")
                .containsEntry("consolidated", "1")
                .containsEntry("rows.touched", "75");
        assertThat(Files.readAllLines(folder.resolve("plan.csv")))
                .hasSize(9)
                .contains("cov_lag_audcad_audchf,rename,cov_lag_idx_audcad_audchf,"
                        + "project legend: a name without variant token is the price-index form,1");
    }

    @Test
    void aPlanOfAMappingHasWhatTheMappingAsksForAndTellsWhatItLeavesOut() throws Exception {
        var scratch = covTables(OLD, "cov_mom_audcad_audchf", "agg_idx_eurusd");
        Files.writeString(
                folder.resolve("m.csv"), "old,new\n" + OLD + ",cov_lag_bqx_audcad_audchf\nnobody,agg_idx_gbpusd\n");

        var figures = Scratch.figures(scratch.perform("plan", "mapping=m.csv", "csv=plan.csv"));

        assertThat(figures)
                .containsEntry("tables", "3")
                .containsEntry("rename", "1")
                .containsEntry("decide", "1")
                .containsEntry("keep", "1")
                .containsEntry("unknown.tables", "nobody");
        assertThat(Files.readAllLines(folder.resolve("plan.csv")))
                .anyMatch(line -> line.startsWith(OLD + ",rename,cov_lag_bqx_audcad_audchf,"))
                .anyMatch(line -> line.startsWith("cov_mom_audcad_audchf,decide,")
                        && line.contains("no line of the mapping names it"));
    }
}

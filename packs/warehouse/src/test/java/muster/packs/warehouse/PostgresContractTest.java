package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;

class PostgresContractTest extends WarehouseContract
        implements MergeContract, DropContract, TransactionContract, ExchangeContract {

    @Override
    public Scratch empty() throws Exception {
        return PostgresScratch.empty(folder);
    }

    @Test
    void theEngineItselfCutsNamesAndReportsACommitThatRolledBack() throws Exception {
        var scratch = empty();
        scratch.execute("CREATE TABLE " + "x".repeat(70) + "(id INTEGER)");
        assertThat(scratch.catalog().tables()).containsExactly("x".repeat(63));

        try (var connection = scratch.access().open();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE first(id INTEGER)");
            swallow(() -> statement.execute("ALTER TABLE nobody RENAME TO somebody"));
            swallow(connection::commit);
        }

        assertThat(scratch.catalog().tables()).doesNotContain("first");
    }

    @Test
    void aNameThatTheEngineWouldCutIsNoTarget() throws Exception {
        var scratch = covTables(OLD);
        var rules = Files.writeString(folder.resolve("m.csv"), "old,new\n" + OLD + "," + "x".repeat(64));

        var figures = Scratch.figures(scratch.perform("rename", "mapping=" + rules.getFileName()));

        assertThat(figures).containsEntry("decisions", "1");
        assertThat(scratch.rows("SELECT question FROM _muster_decision"))
                .containsExactly("x".repeat(64) + " is longer than the 63 bytes that the engine keeps");
    }

    @Test
    void aResultOfMoreColumnsThanATableMayHaveIsRefused() throws Exception {
        var scratch = empty();
        for (int window : new int[] {45, 90}) {
            var columns = IntStream.range(0, 800)
                    .mapToObj(each -> "1 AS c%d_%d".formatted(each, window))
                    .collect(Collectors.joining(", "));
            scratch.execute("CREATE TABLE lag_idx_eurusd_w%d AS SELECT TIMESTAMP '2025-01-01' AS interval_time, %s"
                    .formatted(window, columns));
        }

        assertThat(scratch.perform("consolidate"))
                .isInstanceOfSatisfying(
                        ActionResult.NeedsDecision.class,
                        asked -> assertThat(asked.questions().getFirst())
                                .contains("would have 1601 columns, a table of this engine has at most 1600"));
    }

    @Test
    void aTableThatSomebodyReadsIsLeftAndTheOthersGoOn() throws Exception {
        var scratch = covTables(OLD, "cov_agg_audcad_audchf", "cov_mom_audcad_audchf", "cov_vol_audcad_audchf");
        try (var reader = scratch.access().open();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT * FROM cov_mom_audcad_audchf").close();

            var figures = Scratch.figures(scratch.perform("rename"));

            assertThat(figures).containsEntry("renamed", "3").containsEntry("decisions", "1");
            assertThat(scratch.rows("SELECT table_name, question FROM _muster_decision"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .matches("cov_mom_audcad_audchf\\|process \\d+ of muster holds it, .*: try again when it is free");
            reader.rollback();
        }
        assertThat(Scratch.figures(scratch.perform("rename"))).containsEntry("renamed", "4");
    }

    @Test
    void aConnectionThatIsLostInABatchLeavesNothingOfItAndTheSameCallGoesOn() throws Exception {
        var names = new String[] {OLD, "cov_agg_audcad_audchf", "cov_mom_audcad_audchf"};
        var undisturbed = covTables(names);
        Scratch.figures(undisturbed.perform("rename", "batch=2"));
        var scratch = covTables(names);
        var killed = new TamperedAccess(
                scratch.access(),
                "ALTER TABLE",
                "SELECT pg_terminate_backend(pg_backend_pid())",
                TamperedAccess.Commits.TRUE);

        assertThat(scratch.performBy(killed, "run-1", "rename", "batch=2")).isInstanceOf(ActionResult.Failed.class);

        assertThat(scratch.catalog().views()).isEmpty();
        Scratch.figures(scratch.perform("rename", "batch=2"));
        assertThat(Estates.state(scratch)).isEqualTo(Estates.state(undisturbed));
        Scratch.figures(scratch.perform("validate"));
    }

    @Test
    void aConnectionThatIsLostInAConsolidationOrAnUndoLosesNothing() throws Exception {
        var scratch = Estates.lagTables(covTables(OLD));
        var before = Estates.state(scratch);
        var terminate = "SELECT pg_terminate_backend(pg_backend_pid())";
        for (var statement : List.of("CREATE TABLE \"lag_idx", "ALTER TABLE \"lag")) {
            var killed = new TamperedAccess(scratch.access(), statement, terminate, TamperedAccess.Commits.TRUE);
            assertThat(scratch.performBy(killed, "c", "consolidate")).isInstanceOf(ActionResult.Failed.class);
            assertThat(Estates.state(scratch)).isEqualTo(before);
        }
        Scratch.figures(scratch.performAs("c", "consolidate"));
        var after = Estates.state(scratch);
        var killed = new TamperedAccess(scratch.access(), "DROP", terminate, TamperedAccess.Commits.TRUE);

        assertThat(scratch.performBy(killed, "u", "rollback", "of=c")).isInstanceOf(ActionResult.Failed.class);
        assertThat(Estates.state(scratch)).isEqualTo(after);
        Scratch.figures(scratch.performAs("u", "rollback", "of=c"));
        assertThat(Estates.state(scratch)).isEqualTo(before);
    }

    @Test
    void anIndexOrAForeignKeyIsNotInTheWay() throws Exception {
        var scratch = covTables(OLD);
        scratch.execute(
                "ALTER TABLE " + OLD + " ADD PRIMARY KEY (interval_time)",
                "CREATE TABLE other(t TIMESTAMP REFERENCES " + OLD + "(interval_time))",
                "CREATE INDEX by_value ON " + OLD + "(val1)");

        assertThat(Scratch.figures(scratch.perform("rename"))).containsEntry("renamed", "1");
    }

    @Test
    void twoTablesWhoseNamesDifferInCaseAreTwo() throws Exception {
        var scratch = covTables(OLD);
        scratch.execute("CREATE TABLE \"COV_LAG_audcad_audchf\" AS SELECT 1 AS id");

        assertThat(scratch.catalog().tables()).isEqualTo(List.of("COV_LAG_audcad_audchf", OLD));
        assertThat(Scratch.figures(scratch.perform("rename"))).containsEntry("renamed", "0");
    }

    private interface Attempt {
        void run() throws SQLException;
    }

    private static void swallow(Attempt attempt) {
        try {
            attempt.run();
        } catch (SQLException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}

package muster.packs.warehouse.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.packs.warehouse.Scratch;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildDuckDbTest {
    private static final List<String> LAGS =
            List.of("lag_eurusd_45", "lag_eurusd_90", "lag_idx_eurusd_w45", "lag_idx_eurusd_w90");

    @TempDir
    Path folder;

    @Test
    void valuesNullsErrorsAndTransactionsAreThoseOfTheEngine() throws Exception {
        var access = new ChildDuckDb(folder.resolve("a.duckdb"));

        try (var session = Session.open(access);
                var other = session.sibling()) {
            session.execute("CREATE TABLE t AS SELECT i, 'é\n' || i AS text, NULL AS nothing FROM range(2500) r(i)");
            assertThat(session.query("SELECT * FROM t ORDER BY i").getLast().values())
                    .containsExactly("2499", "é\n2499", null);
            assertThatThrownBy(() -> session.executeTogether(List.of("DROP TABLE t", "DROP TABLE nobody")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("nobody");
            assertThat(other.one("SELECT count(*) FROM t").number(0)).isEqualTo(2500);
        }

        assertThat(access.pid()).isNull();
        try (var session = Session.open(new DuckDbFile(folder.resolve("a.duckdb")))) {
            assertThat(session.one("SELECT count(*) FROM t").number(0)).isEqualTo(2500);
        }
    }

    @Test
    void aProcessThatIsKilledInAConsolidationIsAFailureAndTheSameCallGoesOn() throws Exception {
        var scratch = Scratch.with(folder, LAGS);
        var access = new ChildDuckDb(folder.resolve("scratch.duckdb"));
        var killing = new KillingAccess(access, "CREATE TABLE \"lag_idx_eurusd\"");

        var killed = scratch.performBy(killing, "c", "consolidate");

        assertThat(killed)
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .startsWith("the process of the engine was ended by signal 9 while it worked on: ")
                                .contains("what was not committed is taken back. Maybe make the call again"));
        assertThat(scratch.catalog().tables()).containsExactlyElementsOf(LAGS);
        assertThat(Scratch.figures(scratch.performBy(access, "c", "consolidate")))
                .containsEntry("created", "1")
                .containsEntry("kept", "4");
        Scratch.figures(scratch.perform("validate"));
    }

    /// The engine itself ends its process; if this goes red, it has become better.
    @Test
    void aJoinThatEndsTheEnginesProcessLeavesThisOneAndTheFile() throws Exception {
        var access = new ChildDuckDb(folder.resolve("a.duckdb"));
        var tables = IntStream.range(0, 600).mapToObj(i -> "t" + i).toList();
        try (var session = Session.open(access)) {
            session.executeTogether(tables.stream()
                    .map(each -> "CREATE TABLE %1$s AS SELECT 1 AS k, 2 AS v_%1$s".formatted(each))
                    .toList());
        }
        var join = tables.stream()
                .skip(1)
                .map(each -> " FULL OUTER JOIN " + each + " USING (k)")
                .collect(Collectors.joining());

        try (var session = Session.open(access)) {
            assertThatThrownBy(() -> session.execute("CREATE TABLE wide AS SELECT * FROM t0" + join))
                    .isInstanceOf(SQLException.class);
        }

        try (var session = Session.open(access)) {
            assertThat(session.one("SELECT count(*) FROM t599").number(0)).isOne();
        }
    }

    @Test
    void aFileThatSomebodyHoldsIsSaidAsTheEngineSaysIt() throws Exception {
        var file = folder.resolve("a.duckdb");

        try (var _ = new DuckDbFile(file).open()) {
            var refused = new ChildDuckDb(file);
            assertThatThrownBy(refused::open).isInstanceOf(SQLException.class).hasMessageContaining("lock");
            assertThat(refused.pid()).isNull();
        }
    }

    /// A killed process is one that got SIGKILL.
    static void kill(ChildDuckDb access) {
        ProcessHandle.of(Objects.requireNonNull(access.pid())).orElseThrow().destroyForcibly();
    }
}

package muster.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import muster.plan.Action;
import muster.probes.data.Access;
import muster.probes.data.Connected;
import muster.probes.data.Connections;
import muster.run.ActionResult;
import muster.storage.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each promise holds for three real databases.
class SqlPerformerTest {
    private static final String TWO_ROWS = "INSERT INTO t VALUES (1), (2)";

    @TempDir
    Path directory;

    private SqlPerformer performer;
    private String address;

    @BeforeEach
    void databases() {
        performer = new SqlPerformer(this::open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "duckdb", "postgresql"})
    void statementsTakeEffectTogether(String database) throws Exception {
        var result = perform(database, "r1/a", "CREATE TABLE t (n INTEGER)", TWO_ROWS);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Succeeded.class,
                        done -> assertThat(done.outputs()).containsEntry("rows-2", "2"));
        assertThat(rows(database)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "duckdb", "postgresql"})
    void theSameKeyHasOneEffect(String database) throws Exception {
        perform(database, "r1/a", "CREATE TABLE t (n INTEGER)", TWO_ROWS);

        var again = perform(database, "r1/a", TWO_ROWS);

        assertThat(again).isEqualTo(new ActionResult.Succeeded(new TreeMap<>(Map.of("done", "before"))));
        assertThat(rows(database)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "duckdb", "postgresql"})
    void aStatementThatFailsLeavesNothingBehindAndMayBeTriedAgain(String database) throws Exception {
        perform(database, "r1/a", "CREATE TABLE t (n INTEGER)");

        var failed = perform(database, "r1/b", TWO_ROWS, "INSERT INTO missing VALUES (1)");
        var left = rows(database);
        var again = perform(database, "r1/b", TWO_ROWS);

        assertThat(failed)
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class, why -> assertThat(why.why()).contains("missing"));
        assertThat(left).isZero();
        assertThat(again).isInstanceOf(ActionResult.Succeeded.class);
        assertThat(rows(database)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = "nowhere")
    void aDatabaseThatIsNotThereFailsTheAttempt(String database) throws Exception {
        assertThat(perform(database, "r1/a", "SELECT 1"))
                .isEqualTo(new ActionResult.Failed("database nowhere: no database nowhere"));
    }

    private ActionResult perform(String database, String key, String... statements) throws InterruptedException {
        return performer.perform(new Action.Sql(database, List.of(statements)), Given.attempt(key, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "duckdb", "postgresql"})
    void aTransactionThatIsInterruptedLeavesNothingBehind(String database) throws Exception {
        perform(database, "r1/a", "CREATE TABLE t (n INTEGER)");
        var opened = new CountDownLatch(1);
        var slow = new SqlPerformer(name -> {
            opened.countDown();
            return open(name);
        });
        var endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT 1 FROM c) SELECT count(*) FROM c";
        var ended = new CompletableFuture<Boolean>();
        var working = new Thread(() -> {
            try {
                slow.perform(new Action.Sql(database, List.of(TWO_ROWS, endless)), Given.attempt("r1/b", 1));
                ended.complete(false);
            } catch (InterruptedException e) {
                ended.complete(true);
            }
        });

        working.start();
        opened.await();
        working.interrupt();

        assertThat(ended.get()).isTrue();
        assertThat(rows(database)).isZero();
        assertThat(perform(database, "r1/b", TWO_ROWS)).isInstanceOf(ActionResult.Succeeded.class);
    }

    private Connection postgres() throws SQLException {
        if (address == null) {
            address = PostgresServer.shared().fresh();
        }
        var variables = Map.of("MUSTER_TEST_PASSWORD", PostgresServer.shared().password());
        return new Connections(variables).opener(address, Access.SCRATCH) instanceof Connected.Ready(var opener, var _)
                ? opener.open()
                : null;
    }

    private int rows(String database) throws SQLException {
        try (var connection = open(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM t")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Connection open(String database) throws SQLException {
        return switch (database) {
            case "postgresql" -> postgres();
            case "sqlite", "duckdb" ->
                DriverManager.getConnection("jdbc:" + database + ":" + directory.resolve(database + ".db"));
            default -> throw new SQLException("no database " + database);
        };
    }
}

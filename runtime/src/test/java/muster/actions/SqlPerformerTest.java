package muster.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.Action;
import muster.run.ActionResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each promise holds for two real databases.
class SqlPerformerTest {
    private static final String TWO_ROWS = "INSERT INTO t VALUES (1), (2)";

    @TempDir
    Path directory;

    private SqlPerformer performer;

    @BeforeEach
    void databases() {
        performer = new SqlPerformer(this::open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "duckdb"})
    void statementsTakeEffectTogether(String database) throws Exception {
        var result = perform(database, "r1/a", "CREATE TABLE t (n INTEGER)", TWO_ROWS);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Succeeded.class,
                        done -> assertThat(done.outputs()).containsEntry("rows-2", "2"));
        assertThat(rows(database)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "duckdb"})
    void theSameKeyHasOneEffect(String database) throws Exception {
        perform(database, "r1/a", "CREATE TABLE t (n INTEGER)", TWO_ROWS);

        var again = perform(database, "r1/a", TWO_ROWS);

        assertThat(again).isEqualTo(new ActionResult.Succeeded(new TreeMap<>(Map.of("done", "before"))));
        assertThat(rows(database)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "duckdb"})
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
            case "sqlite", "duckdb" ->
                DriverManager.getConnection("jdbc:" + database + ":" + directory.resolve(database + ".db"));
            default -> throw new SQLException("no database " + database);
        };
    }
}

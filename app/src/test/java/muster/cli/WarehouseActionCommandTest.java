package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseActionCommandTest {
    private static final String OLD = "cov_lag_audcad_audchf";
    private static final String NEW = "cov_lag_idx_audcad_audchf";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aWarehouse() throws SQLException {
        file = folder.resolve("shop.duckdb");
        execute(
                "CREATE TABLE " + OLD + " AS SELECT 1 AS id",
                "CREATE TABLE cov_agg_audcad_audchf AS SELECT 1 AS id",
                "CREATE TABLE cov_agg_bqx_audcad_audchf AS SELECT 2 AS id");
    }

    @Test
    void tablesAreRenamedCheckedAndRenamedBack() {
        assertThat(said("rename", "family=cov").out()).contains("renamed 1\n");
        said("validate").exits(Exit.YES);
        assertThat(said("inventory", "--names").out())
                .contains("table " + NEW + " 1")
                .contains("view " + OLD);

        assertThat(said("rollback", "of=rename").out()).contains("left 0\n").contains("undone 1\n");
        assertThat(said("inventory", "--names").out())
                .contains("table " + OLD + " 1")
                .doesNotContain(NEW);
    }

    @Test
    void whatWaitsForAPersonIsToldWithItsQuestion() {
        var document = said("rename", "--json").json("muster.warehouse-action/1");

        assertThat(document.get("figures").get("decisions").asString()).isEqualTo("1");
        assertThat(document.get("decisions").get(0).get("question").asString())
                .isEqualTo("cov_agg_bqx_audcad_audchf is taken by cov_agg_bqx_audcad_audchf: which copy is current?"
                        + " They have 1 and 1 rows.");
    }

    @Test
    void aDryRunPrintsTheStatementsAndChangesNothing() {
        var before = said("inventory", "--names").out();

        var said = said("rename", "--dry-run").exits(Exit.YES);

        assertThat(said.out())
                .contains("BEGIN;\nALTER TABLE \"%s\" RENAME TO \"%s\";\n".formatted(OLD, NEW))
                .contains("COMMIT;\n");
        assertThat(said("inventory", "--names").out()).isEqualTo(before);
    }

    @Test
    void thePlanIsAFile() throws Exception {
        said("plan", "csv=plan.csv").exits(Exit.YES);

        assertThat(Files.readAllLines(folder.resolve("plan.csv"))).hasSize(4);
    }

    @Test
    void tablesBecomeFilesAndFilesOneFile() throws SQLException {
        var minutes =
                "SELECT TIMESTAMP '2025-01-01' + i * INTERVAL '1' MINUTE AS interval_time, i AS %s FROM range(9) r(i)";
        execute(
                "CREATE TABLE base_bqx_eurusd AS " + minutes.formatted("target"),
                "CREATE TABLE agg_bqx_eurusd AS " + minutes.formatted("agg_mean_45"));

        assertThat(said("extract", "pair=eurusd", "to=files").out()).contains("written 2\n");
        var merged = said("merge", "files=files", "spine=files/base_bqx_eurusd.parquet", "out=eurusd.parquet");

        assertThat(merged.out()).contains("columns 3\n").contains("rows 9\n");
        assertThat(folder.resolve("eurusd.parquet")).exists();
    }

    @Test
    void aLimitThatWouldBeCrossedEndsTheCallBeforeAnythingIsBegun() throws SQLException {
        var minutes =
                " AS SELECT TIMESTAMP '2025-01-01' + i * INTERVAL '1' MINUTE AS interval_time, i AS %s FROM range(9) r(i)";
        execute(
                "CREATE TABLE lag_idx_eurusd_w45" + minutes.formatted("a"),
                "CREATE TABLE lag_idx_eurusd_w90" + minutes.formatted("b"));

        said("cost", "price=bigquery-on-demand").exits(Exit.YES);
        said("consolidate", "price=bigquery-on-demand", "day-usd=0")
                .refuses(Exit.OVER_BUDGET, "consolidate: over budget: lag_idx_eurusd is estimated at 0.0005 USD");

        assertThat(said("inventory", "--names").out()).doesNotContain("table lag_idx_eurusd ");
    }

    @Test
    void aCertificateIsRefusedWhileSomethingIsOpen() {
        said("rename").exits(Exit.YES);

        said("certify", "json=c.json").refuses(Exit.NO, "not certified: 1 tables break R5");
    }

    @Test
    void aFileOfAnotherKindIsNoWarehouse() throws IOException {
        var list = Files.writeString(folder.resolve("list.csv"), "old,new\na,b\n");

        for (var action : List.of("inventory", "plan")) {
            Said.to("warehouse", action, "--warehouse", list).refuses(Exit.UNAVAILABLE, "list.csv is no DuckDB file");
        }
        assertThat(list).hasContent("old,new\na,b");
    }

    @Test
    void aQuotationMarkInAnArgumentIsOneOfItsLetters() throws SQLException {
        execute(
                "CREATE TABLE cov_mom_eurusd_gbpusd AS SELECT range AS interval_time, 60.0 AS \"a\"\"=b\" FROM range(20)");

        var said = said("detect-variants", "column=a\"=b").exits(Exit.YES);

        assertThat(said.out()).contains("idx 1\n");
        assertThat(said.err()).doesNotContain("WARN");
    }

    @Test
    void aNameStaysOnItsLine() throws SQLException {
        execute("CREATE TABLE \"two\nlines\" AS SELECT 1 AS id");

        assertThat(said("inventory", "--names").out()).contains("table two\\u000alines 1\n");
    }

    @Test
    void aWrongMappingIsAWrongInput() throws IOException {
        Files.writeString(folder.resolve("m.csv"), "old,new\n%1$s,a\n%1$s,b\nx\n".formatted(OLD));

        for (var action : List.of("plan", "rename")) {
            said(action, "mapping=m.csv")
                    .refuses(
                            Exit.INVALID,
                            "m.csv:3:1: " + OLD + " stands in line 2 already",
                            "m.csv:4:1: expected two names, got 'x'");
        }
    }

    @Test
    void whatCannotBeDoneIsSaidClearly() {
        Said.to("warehouse", "rename", "--warehouse", folder.resolve("none.duckdb"))
                .refuses(Exit.NOT_FOUND, "no warehouse at");
        said("rename", "fmaily=lag").refuses(Exit.USAGE, "there is no argument 'fmaily'\nMaybe 'family' is meant");
        said("validate", "all=yes").refuses(Exit.USAGE, "it takes none");
        said("rollback").refuses(Exit.USAGE, "of must be given");
        said("plan", "batch=1", "batch=2").refuses(Exit.USAGE, "batch is given twice");
        said("plan", "csv").refuses(Exit.USAGE, "expected NAME=VALUE, got 'csv'");
        said("plan", "mapping=.").refuses(Exit.INVALID, "is a folder, a file is expected");
        said("plan", "mapping=none.csv").refuses(Exit.NOT_FOUND, "plan: there is no file ");
        said("rename", "batch=many").refuses(Exit.USAGE, "batch must be a number from 1 to 1000, got 'many'");
        Said.to("warehouse", "rename", "--warehouse", "postgresql://nobody@127.0.0.1:1/none")
                .refuses(Exit.UNAVAILABLE, "cannot be opened");
    }

    private Said said(String command, String... arguments) {
        var words = new java.util.ArrayList<Object>(java.util.List.of("warehouse", command));
        words.addAll(java.util.List.of(arguments));
        words.addAll(java.util.List.of("--warehouse", "duckdb:" + file, "--workspace", folder));
        return Said.to(words.toArray());
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }
}

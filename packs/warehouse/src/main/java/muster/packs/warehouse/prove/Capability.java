package muster.packs.warehouse.prove;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.packs.warehouse.call.WrongArgument;
import muster.run.ActionResult;

/// What can be proved, each with its proof.
enum Capability {
    INVENTORY,
    VARIANT_DETECTION,
    COV_RENAME,
    LAG_CONSOLIDATION,
    VIEWS,
    VALIDATION,
    ROLLBACK;

    private static final String OLD = "cov_lag_audcad_audchf";
    private static final String NEW = "cov_lag_idx_audcad_audchf";
    private static final long ROWS = 20;

    /// Twenty minutes, in words that every engine has.
    private static final String INDEX_ROWS = IntStream.range(0, (int) ROWS)
            .mapToObj("SELECT TIMESTAMP '2025-01-01 00:%1$02d:00' AS interval_time, %1$d AS i"::formatted)
            .collect(Collectors.joining(" UNION ALL ", "SELECT interval_time, 100 + i AS val1 FROM (", ") AS r"));

    void prove(Bench bench) throws SQLException, IOException, InterruptedException, Unproved {
        switch (this) {
            case INVENTORY -> inventory(bench);
            case VARIANT_DETECTION -> variantDetection(bench);
            case COV_RENAME -> covRename(bench);
            case LAG_CONSOLIDATION -> lagConsolidation(bench);
            case VIEWS -> views(bench);
            case VALIDATION -> validation(bench);
            case ROLLBACK -> rollback(bench);
        }
    }

    /// The name in arguments, such as `cov-rename`.
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Capability of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new WrongArgument("capability must be one of %s, got '%s'".formatted(names(), text)));
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(Capability::text).toList();
    }

    private static void inventory(Bench bench) throws SQLException, IOException, InterruptedException, Unproved {
        bench.create(OLD, INDEX_ROWS);
        bench.create("agg_idx_eurusd", INDEX_ROWS);
        bench.verify("2".equals(bench.perform("inventory").get("tables")), "two tables are listed");
    }

    private static void variantDetection(Bench bench) throws SQLException, IOException, InterruptedException, Unproved {
        bench.create(OLD, INDEX_ROWS);
        bench.create("cov_agg_audcad_audchf", INDEX_ROWS.replace("100 +", "0.001 *"));
        bench.create("cov_mom_audcad_audchf", INDEX_ROWS.replace("100 +", "20 +"));
        var figures = bench.perform("detect-variants");
        bench.verify("1".equals(figures.get("idx")), "one table holds the price index");
        bench.verify("1".equals(figures.get("bqx")), "one table holds momentum");
        bench.verify("1".equals(figures.get("undecided")), "one table stays undecided");
    }

    private static void covRename(Bench bench) throws SQLException, IOException, InterruptedException, Unproved {
        bench.create(OLD, INDEX_ROWS);
        bench.perform("rename", "family=cov");
        bench.verify(bench.isTable(NEW) && bench.isView(OLD), "the table is renamed and a view left");
        bench.verify(bench.rows(OLD) == bench.rows(NEW), "the view reads the table");
    }

    private static void lagConsolidation(Bench bench) throws SQLException, IOException, InterruptedException, Unproved {
        bench.create("lag_idx_eurusd_w45", INDEX_ROWS.replace("val1", "sma_45"));
        bench.create("lag_idx_eurusd_w90", INDEX_ROWS.replace("val1", "sma_90") + " WHERE i >= 5");
        bench.create("lag_eurusd_45", "SELECT * FROM lag_idx_eurusd_w45");
        bench.create("lag_eurusd_90", "SELECT * FROM lag_idx_eurusd_w90");
        bench.perform("consolidate");
        bench.verify(bench.rows("lag_idx_eurusd") == ROWS, "one row per distinct key");
        bench.verify(bench.isView("lag_eurusd_90"), "the sources are put aside");
    }

    private static void views(Bench bench) throws SQLException, IOException, InterruptedException, Unproved {
        bench.create(OLD, INDEX_ROWS);
        bench.perform("rename", "family=cov");
        bench.perform("views", "do=drop");
        bench.verify(bench.isView(OLD), "a view stays while its time lasts");
        bench.perform("views", "do=drop", "at=2999-01-01T00:00:00Z");
        bench.verify(!bench.isView(OLD) && bench.isTable(NEW), "a view goes when its time is over");
    }

    private static void validation(Bench bench) throws SQLException, IOException, InterruptedException, Unproved {
        bench.create(OLD, INDEX_ROWS);
        bench.perform("rename", "family=cov");
        bench.perform("validate");
        bench.session().execute("DELETE FROM " + NEW + " WHERE val1 = 100");
        var result = bench.attempt("validate");
        bench.verify(result instanceof ActionResult.Failed, "a lost row is found");
    }

    private static void rollback(Bench bench) throws SQLException, IOException, InterruptedException, Unproved {
        bench.create(OLD, INDEX_ROWS);
        bench.perform("rename", "family=cov");
        bench.perform("rollback", "of=" + Bench.KEY);
        bench.verify(bench.isTable(OLD) && !bench.isTable(NEW), "the old name is back");
    }
}

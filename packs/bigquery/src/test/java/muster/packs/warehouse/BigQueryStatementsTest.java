package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.bigquery.Doubled;
import muster.packs.training.TrainingPack;
import muster.plan.TaskId;
import muster.run.ActionCall;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The statements of a whole remediation, as a file that GoogleSQL's analyzer reads in `packs/googlesql`. Written anew
/// with `-Dmuster.golden=write`.
class BigQueryStatementsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/muster/packs/bigquery/statements.sql");

    @TempDir
    Path folder;

    @Test
    void aRemediationSendsTheStatementsOfTheFile() throws Exception {
        try (var doubled = new Doubled();
                var other = new Doubled()) {
            var scratch = Estates.covTables(
                    new Scratch(folder, doubled.access()),
                    "cov_lag_audcad_audchf",
                    "cov_agg_audcad_audchf",
                    "cov_agg_bqx_audcad_audchf");
            Scratch.figures(scratch.perform("inventory"));
            Scratch.figures(scratch.perform("plan"));
            Scratch.figures(scratch.perform("detect-variants", "least-rows=1"));
            Scratch.figures(scratch.perform("rename"));
            Scratch.figures(scratch.perform("validate"));
            Scratch.figures(scratch.perform("views", "do=drop", "at=2026-01-13T09:00:00Z"));
            Scratch.figures(scratch.performAs("u", "rollback", "of=run-1"));
            Scratch.figures(scratch.performAs("again", "rename"));
            Scratch.figures(scratch.performAs("v", "rollback", "of=again"));
            Scratch.figures(
                    scratch.perform("cost", "of=detect-variants", "price=bigquery-on-demand", "free-tier=jobs"));
            extract(scratch);
            consolidate(new Scratch(folder, other.access()));

            var sent = Stream.of(doubled, other)
                    .flatMap(each -> each.rest().statements().stream())
                    .distinct()
                    .collect(Collectors.joining(";\n\n", "", ";\n"));
            if ("write".equals(System.getProperty("muster.golden"))) {
                Files.writeString(GOLDEN, sent);
            }
            assertThat(sent).isEqualTo(Files.readString(GOLDEN));
        }
    }

    private void extract(Scratch scratch) throws Exception {
        var arguments = new TreeMap<>(Map.of("to", "files", "parallel", "1"));
        Scratch.figures(TrainingPack.pack(scratch.access(), folder)
                .actions()
                .get("warehouse.extract")
                .perform(new ActionCall(new TaskId("task"), "x", 1, arguments, (share, what) -> {})));
    }

    private static void consolidate(Scratch scratch) throws Exception {
        Estates.lagTables(scratch);
        Scratch.figures(scratch.perform("cost", "of=consolidate", "price=bigquery-on-demand"));
        Scratch.figures(scratch.performAs("c", "consolidate", "price=bigquery-on-demand"));
        assertThat(scratch.perform("pilot", "by=ann")).isInstanceOf(ActionResult.Failed.class);
        Scratch.figures(scratch.perform("certify"));
        Scratch.figures(scratch.perform("views", "do=drop", "at=2026-02-01T00:00:00Z"));
        Scratch.figures(scratch.performAs("d", "drop", "of=c"));
        Scratch.figures(scratch.perform("validate"));
        Scratch.figures(scratch.performAs("u", "rollback", "of=d"));
        Scratch.figures(scratch.performAs("d2", "drop", "of=c"));
        for (var table : scratch.rows("SHOW TABLES")) {
            if (table.startsWith("_muster_snapshot")) {
                scratch.execute("DROP SNAPSHOT TABLE `" + table.substring(0, table.indexOf('|')) + "`");
            }
        }
        Scratch.figures(scratch.performAs("u", "rollback", "of=d2"));
        Scratch.figures(scratch.performAs("u", "rollback", "of=c"));
    }
}

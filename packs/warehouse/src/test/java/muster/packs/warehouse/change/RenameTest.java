package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import muster.packs.warehouse.KilledAccess;
import muster.packs.warehouse.Scratch;
import muster.packs.warehouse.sql.Catalog;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenameTest {
    private static final String OLD = "cov_lag_audcad_audchf";
    private static final String NEW = "cov_lag_idx_audcad_audchf";

    @TempDir
    Path folder;

    @Test
    void aTableGetsItsNameAndLeavesAViewUnderTheOldOne() throws Exception {
        var scratch = tables(OLD, "cov_agg_audcad_audchf", "agg_idx_eurusd");

        var figures = Scratch.figures(scratch.perform("rename", "family=cov"));

        assertThat(figures).containsEntry("renamed", "2").containsEntry("decisions", "0");
        assertThat(scratch.catalog().tables()).containsExactly("agg_idx_eurusd", "cov_agg_bqx_audcad_audchf", NEW);
        assertThat(scratch.catalog().views()).containsExactly("cov_agg_audcad_audchf", OLD);
        assertThat(scratch.rows("SELECT count(*) FROM " + OLD)).containsExactly("3");
        assertThat(scratch.rows("SELECT DISTINCT expires - created FROM _muster_grace"))
                .containsExactly("30 days");
    }

    @Test
    void anOccupiedTargetIsLeftAloneAndListed() throws Exception {
        var scratch = tables("cov_agg_audcad_audchf", "cov_agg_bqx_audcad_audchf", OLD);

        var figures = Scratch.figures(scratch.perform("rename"));

        assertThat(figures).containsEntry("renamed", "1").containsEntry("decisions", "1");
        assertThat(scratch.rows("SELECT table_name, question FROM _muster_decision"))
                .containsExactly(
                        "cov_agg_audcad_audchf|cov_agg_bqx_audcad_audchf is taken by cov_agg_bqx_audcad_audchf:"
                                + " which copy is current? They have 3 and 3 rows.");
    }

    @Test
    void aCallMayAskBeforeItChangesAnything() throws Exception {
        var scratch = tables("cov_agg_audcad_audchf", "cov_agg_bqx_audcad_audchf", OLD);

        var result = scratch.perform("rename", "occupied=ask");

        assertThat(result).isInstanceOf(ActionResult.NeedsDecision.class);
        assertThat(scratch.catalog().has(OLD, Catalog.Kind.TABLE)).isTrue();
    }

    @Test
    void aTargetThatIsAViewIsOccupied() throws Exception {
        var scratch = tables(OLD, "agg_idx_eurusd");
        scratch.execute("CREATE VIEW " + NEW + " AS SELECT 1 AS one");

        assertThat(Scratch.figures(scratch.perform("rename"))).containsEntry("decisions", "1");
    }

    @Test
    void namesThatDifferOnlyInCaseCollide() throws Exception {
        var scratch = tables(OLD, NEW.toUpperCase(java.util.Locale.ROOT));

        assertThat(Scratch.figures(scratch.perform("rename"))).containsEntry("renamed", "0");
    }

    @Test
    void twoTablesWithOneTargetBothWait() throws Exception {
        var scratch = tables("cov_one", "cov_two", OLD);
        mapping("cov_one," + NEW, "cov_two," + NEW);

        var figures = Scratch.figures(scratch.perform("rename", "mapping=mapping.csv"));

        assertThat(figures).containsEntry("renamed", "0").containsEntry("decisions", "2");
    }

    @Test
    void aMappingToANameOutsideTheStandardWaits() throws Exception {
        var scratch = tables(OLD);
        mapping(OLD + ",better_name");

        assertThat(Scratch.figures(scratch.perform("rename", "mapping=mapping.csv")))
                .containsEntry("decisions", "1");
    }

    @Test
    void mistakesInAMappingHaveAPlace() throws Exception {
        var scratch = tables(OLD);
        mapping(OLD + "," + NEW, "only_one_name", OLD + "," + NEW);

        assertThat(scratch.perform("rename", "mapping=mapping.csv"))
                .isEqualTo(new ActionResult.Failed("mapping.csv:3:1: expected two names, got 'only_one_name'\n"
                        + "mapping.csv:4:1: " + OLD + " stands in line 2 already"));
        assertThat(scratch.perform("rename", "mapping=../mapping.csv")).isInstanceOf(ActionResult.Failed.class);
    }

    @Test
    void aMappingMayComeFromASpreadsheetOfAnotherSystem() throws Exception {
        var scratch = tables(OLD);
        Files.writeString(folder.resolve("m.csv"), "\uFEFFOld,New\r\n\r\n\"" + OLD + "\", " + NEW + "\r\n");

        assertThat(Scratch.figures(scratch.perform("rename", "mapping=m.csv"))).containsEntry("renamed", "1");
    }

    @Test
    void aMappingThatIsNoTextOrNotThereIsAWrongArgument() throws Exception {
        var scratch = tables(OLD);
        Files.write(folder.resolve("m.csv"), "old,new\n\u00e4,b\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(scratch.perform("rename", "mapping=m.csv").toString()).contains("m.csv is not in UTF-8");
        assertThat(scratch.perform("rename", "mapping=none.csv").toString()).contains("there is no file", "none.csv");
        mapping("=cmd(),x", ",", "a,b,c", "\"a,b");
        assertThat(scratch.perform("rename", "mapping=mapping.csv").toString())
                .contains("mapping.csv:5:1: the quotation that begins here never ends");
    }

    @Test
    void aLimitOfTheDayEndsTheCallAfterTheLastBatchThatKeepsIt() throws Exception {
        var scratch = tables(OLD, "cov_mom_audcad_audchf", "cov_reg_audcad_audchf", "cov_vol_audcad_audchf");

        var first = scratch.perform("rename", "batch=2", "day-objects=3");
        var second = scratch.performAs("run-2", "rename", "batch=1", "day-objects=3");

        assertThat(first.toString())
                .contains(
                        "over budget: 2 renames from cov_reg_audcad_audchf is estimated at 2 objects; 2 of the day's 3");
        assertThat(second.toString()).contains("1 objects; 3 of the day's 3 are spent");
        assertThat(scratch.catalog().views()).hasSize(3);
        assertThat(scratch.rows("SELECT key, objects, row_count FROM _muster_cost ORDER BY key"))
                .containsExactly("run-1|2|6", "run-2|1|3");
        assertThat(Scratch.figures(scratch.performAs("run-2", "rename"))).containsEntry("renamed.now", "1");
    }

    @Test
    void aLimitOfABatchIsLookedAtBeforeTheFirst() throws Exception {
        var scratch = tables(OLD, "cov_mom_audcad_audchf");

        assertThat(scratch.perform("rename", "batch-rows=5").toString()).contains("6 rows, more than the 5 of a batch");
        assertThat(scratch.catalog().views()).isEmpty();
        assertThat(Scratch.figures(scratch.perform("rename", "batch-rows=5", "batch=1")))
                .containsEntry("renamed", "2");
    }

    @Test
    void anIndexedTableWaitsBecauseTheEngineWouldRefuseIt() throws Exception {
        var scratch = tables(OLD, "cov_mom_audcad_audchf");
        scratch.execute("CREATE INDEX by_id ON " + OLD + "(id)");

        assertThat(Scratch.figures(scratch.perform("rename")))
                .containsEntry("renamed", "1")
                .containsEntry("decisions", "1");
    }

    @Test
    void aViewThatWouldBreakKeepsItsTableUnlessTheOldNameStays() throws Exception {
        var scratch = tables(OLD);
        scratch.execute("CREATE VIEW reader AS SELECT * FROM " + OLD);

        var gone = Scratch.figures(scratch.perform("rename", "old-name=gone"));
        var grace = Scratch.figures(scratch.performAs("run-2", "rename"));

        assertThat(gone).containsEntry("decisions", "1");
        assertThat(grace).containsEntry("renamed", "1");
        assertThat(scratch.rows("SELECT count(*) FROM reader")).containsExactly("3");
    }

    @Test
    void hostileNamesAreNames() throws Exception {
        var hostile = "cov\"; DROP TABLE x; --";
        var scratch = Scratch.empty(folder);
        scratch.execute("CREATE TABLE \"cov\"\"; DROP TABLE x; --\" AS SELECT 1 AS id");
        mapping("\"" + hostile.replace("\"", "\"\"") + "\"," + NEW);

        assertThat(Scratch.figures(scratch.perform("rename", "mapping=mapping.csv")))
                .containsEntry("renamed", "1");
        assertThat(scratch.catalog().views()).containsExactly(hostile);
    }

    @Test
    void performingTwiceChangesNothingMore() throws Exception {
        var scratch = tables(OLD, "cov_agg_audcad_audchf");

        var first = Scratch.figures(scratch.perform("rename"));
        var second = Scratch.figures(scratch.perform("rename"));

        assertThat(second).containsEntry("renamed", first.get("renamed")).containsEntry("renamed.now", "0");
    }

    @Test
    void aKillAtAnyStatementIsMadeGoodByCallingAgain() throws Exception {
        assertThat(deathsIn("batch=10", 1)).isGreaterThan(15);
    }

    /// Batches of five are enough of them for two sessions at a time.
    @Test
    void aKillIsMadeGoodWhereTwoSessionsRename() throws Exception {
        assertThat(deathsIn("batch=5", 5)).isGreaterThan(8);
    }

    /// Kills at every so-manieth call; answers how many kills there were.
    private int deathsIn(String batch, int every) throws Exception {
        var names = IntStream.range(0, 28).mapToObj(RenameTest::covName).toList();
        var original = tables(names);
        var undisturbed = state(original.copy());
        int deaths = 0;

        for (int calls = 1; ; calls += every) {
            var scratch = original.copy();
            var killed = new KilledAccess(scratch.access(), calls);
            var first = scratch.performBy(killed, "run-1", "rename", batch);
            if (!killed.isDead()) {
                break;
            }
            deaths++;
            assertThat(first).isInstanceOf(ActionResult.Failed.class);
            assertThat(state(scratch)).as("killed at call " + calls).isEqualTo(undisturbed);
        }

        return deaths;
    }

    private static List<String> state(Scratch scratch) throws Exception {
        Scratch.figures(scratch.perform("rename", "batch=10"));
        return scratch.rows("""
                SELECT 'catalog', table_name, table_type FROM information_schema.tables
                UNION ALL SELECT 'journal ' || state, old, new FROM _muster_reverse
                UNION ALL SELECT 'grace', view_name, table_name FROM _muster_grace
                ORDER BY ALL""");
    }

    private static String covName(int number) {
        var first = List.of("audcad", "audchf", "audjpy", "audnzd").get(number / 7);
        var family =
                List.of("agg", "align", "lag", "mom", "reg", "regime", "vol").get(number % 7);
        return "cov_%s_%s_eurusd".formatted(family, first);
    }

    private void mapping(String... lines) throws Exception {
        Files.writeString(folder.resolve("mapping.csv"), "\uFEFFold,new\r\n" + String.join("\r\n", lines) + "\r\n");
    }

    private Scratch tables(String... names) throws Exception {
        return tables(List.of(names));
    }

    private Scratch tables(List<String> names) throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute(names.stream()
                .map(name -> "CREATE TABLE " + name + " AS SELECT range AS id FROM range(3)")
                .toArray(String[]::new));
        return scratch;
    }
}

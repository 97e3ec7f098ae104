package muster.packs.warehouse.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import muster.packs.warehouse.Scratch;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertifyTest {
    private static final String OLD = "cov_lag_audcad_audchf";

    @TempDir
    Path folder;

    @Test
    void whatIsDoneIsCertifiedWithTheEvidenceOfEveryClaim() throws Exception {
        var scratch = tables();
        Scratch.figures(scratch.perform("rename"));

        var figures = Scratch.figures(scratch.perform("certify", "json=c.json", "markdown=c.md"));

        assertThat(figures).containsEntry("tables", "2").containsEntry("reading", "R5");
        var json = Files.readString(folder.resolve("c.json"));
        assertThat(json)
                .startsWith("{\"schema\":\"muster.warehouse-certificate/1\",\"standard\":\"m008")
                .contains("{\"says\":\"decisions that are open\",\"query\":\"SELECT table_name, question FROM"
                        + " _muster_decision\",\"count\":0,\"sha256\":\"" + sha256("") + "\"}")
                .contains("\"says\":\"changes in force, RENAMED\"")
                .contains(sha256(OLD + "\tcov_lag_idx_audcad_audchf\t" + columns(scratch) + "\n"));
        assertThat(Files.readString(folder.resolve("c.md")))
                .contains("| rows of changed tables 1 to 1 | 1 | `" + sha256("0\t3\n") + "` |");
    }

    @Test
    void aWarehouseWithoutTablesIsNotCertified() throws Exception {
        assertThat(why(Scratch.empty(folder))).contains("there is no table to certify");
    }

    @Test
    void nothingIsCertifiedWhileATableBreaksTheStandard() throws Exception {
        var scratch = tables();
        Scratch.figures(scratch.perform("rename", "family=mkt"));

        assertThat(why(scratch)).contains("1 tables break R5: [" + OLD + "]");
    }

    @Test
    void nothingIsCertifiedWhileADecisionIsOpen() throws Exception {
        var scratch = tables();
        scratch.execute("CREATE TABLE cov_agg_audcad_audchf AS SELECT 1 AS id");
        scratch.execute("CREATE TABLE cov_agg_bqx_audcad_audchf AS SELECT 1 AS id");
        Scratch.figures(scratch.perform("rename"));

        assertThat(why(scratch)).contains("1 decisions are open");
    }

    @Test
    void nothingIsCertifiedWhenTheJournalIsNotTrue() throws Exception {
        var scratch = tables();
        Scratch.figures(scratch.perform("rename"));
        scratch.execute("DELETE FROM cov_lag_idx_audcad_audchf");

        assertThat(why(scratch)).contains("cov_lag_idx_audcad_audchf has 0 rows, had 3");
        assertThat(folder.resolve("c.json")).doesNotExist();
    }

    private static String why(Scratch scratch) throws Exception {
        return switch (scratch.perform("certify", "json=c.json")) {
            case ActionResult.Failed(var why) -> why;
            case ActionResult.Succeeded _, ActionResult.NeedsDecision _ -> throw new AssertionError("certified");
        };
    }

    private static String columns(Scratch scratch) throws Exception {
        return scratch.rows("SELECT row_count, columns FROM _muster_reverse")
                .getFirst()
                .replace('|', '\t');
    }

    private Scratch tables() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute(
                "CREATE TABLE " + OLD + " AS SELECT range AS id FROM range(3)",
                "CREATE TABLE agg_idx_eurusd AS SELECT 1 AS id");
        return scratch;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}

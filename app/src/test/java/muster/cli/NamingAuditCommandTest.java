package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamingAuditCommandTest {

    @TempDir
    Path folder;

    @Test
    void everyTableHasAVerdictUnderEveryDefinition() throws IOException {
        var names = file("names.csv", "table_name\nlag_eurusd_45\nlag_idx_eurusd_w45\nagg_bqx_eurusd\nagg_bqx_eurusd");

        var said = Said.to("warehouse", "audit", "--names", names, "--standard", "m008", "--json")
                .exits(Exit.YES);

        var document = said.json("muster.table-names/1");
        assertThat(document.get("definitions").toString()).isEqualTo("{\"R1\":0,\"R2\":2,\"R3\":1,\"R4\":2,\"R5\":2}");
        assertThat(document.get("repeated").toString()).isEqualTo("[\"agg_bqx_eurusd\"]");
        assertThat(document.get("tables").get(0).toString())
                .isEqualTo("{\"name\":\"lag_eurusd_45\",\"category\":\"lag\",\"verdicts\":{\"R1\":\"ok\","
                        + "\"R2\":\"violation\",\"R3\":\"violation\",\"R4\":\"violation\",\"R5\":\"violation\"},"
                        + "\"codes\":[\"VARIANT_MISSING\",\"WINDOW_SUFFIX\"],\"places\":["
                        + "{\"code\":\"VARIANT_MISSING\",\"column\":5,\"length\":0,\"text\":\"\"},"
                        + "{\"code\":\"WINDOW_SUFFIX\",\"column\":12,\"length\":2,\"text\":\"45\"}],\"variant\":\"idx\","
                        + "\"variant_evidence\":\"project legend: a name without variant token is the price-index form\","
                        + "\"target\":\"lag_idx_eurusd\",\"target_occupied\":false,\"twin\":\"lag_idx_eurusd_w45\","
                        + "\"action\":\"drop after content comparison with twin\",\"target_compliant\":true,"
                        + "\"target_objection\":null}");
    }

    @Test
    void columnsAreJudgedLikewise() throws IOException {
        var columns = file("columns.csv", "column_name,declared_variant\nreg_mean_45,BQX\nhour_cos,OTHER");

        var document = Said.to("warehouse", "audit", "--columns", columns, "--standard", "m008", "--json")
                .exits(Exit.YES)
                .json("muster.column-names/1");

        assertThat(document.get("definitions").toString()).isEqualTo("{\"C1\":1,\"C2\":1,\"C3\":1,\"C4\":1}");
        assertThat(document.get("columns").get(0).get("variant").asString()).isEqualTo("bqx");
    }

    @Test
    void anExceptionHoldsFromTheDayOfItsApproval() throws IOException {
        var names = file("names.csv", "table_name\nlag_bqx_eurusd_45");

        Said.to("warehouse", "audit", "--names", names, "--on", "2025-12-13", "--fail-on", "R5")
                .exits(Exit.NO);
        Said.to("warehouse", "audit", "--names", names, "--on", "2025-12-14", "--fail-on", "R5")
                .exits(Exit.YES);
    }

    @Test
    void aDocumentsNamesThatNoTableHasAreTold() throws IOException {
        var names = file("names.csv", "table_name\ncov_agg_bqx_audcad_audchf");
        var document = file("d.md", "rename cov_agg_bqx_audcad_audchg and var_mom_idx_usd");

        var said = Said.to("warehouse", "audit", "--names", names, "--document", document)
                .exits(Exit.YES);

        assertThat(said.out())
                .contains("d.md:1:8: there is no table cov_agg_bqx_audcad_audchg\n")
                .contains("Maybe 'cov_agg_bqx_audcad_audchf' is meant\n")
                .contains("d.md:1:38: there is no table var_mom_idx_usd\n");
    }

    @Test
    void aStandardOfOnesOwnIsAFile() throws IOException {
        var names = file("names.csv", "name\nx_idx_a\nx_a");
        var rules = file("rules.txt", "standard mine 2\nlist VAR idx bqx\nlist A a b\nshape x_{VAR}_{A}");

        var document = Said.to("warehouse", "audit", "--names", names, "--standard", rules, "--json")
                .exits(Exit.YES)
                .json("muster.table-names/1");

        assertThat(document.get("definitions").toString()).isEqualTo("{\"R4\":1,\"R5\":1}");
        assertThat(document.get("gaps").get(0).get("missing").size()).isEqualTo(3);
    }

    @Test
    void severalStandardsJudgeSideBySideAndEachCountBelongsToOne() throws IOException {
        var names = file("names.csv", "name\nagg_bqx_eurusd\nx_a\ny\n");
        var rules = file("rules.txt", "standard mine 2\nlist A a b\nshape x_{A}");

        var said = Said.to("warehouse", "audit", "--names", names, "--standard", "m008", "--standard", rules, "--json");

        var document = said.exits(Exit.YES).json("muster.names-by-standard/1");
        assertThat(document.get("counts").size()).isEqualTo(7);
        assertThat(document.get("counts").get(6).toString())
                .isEqualTo("{\"standard\":\"mine\",\"version\":\"2\",\"definition\":\"R5\","
                        + "\"definition_name\":\"strict_lag_exception\",\"violations\":2}");
        assertThat(document.get("disagreements").size()).isEqualTo(2);
        assertThat(document.get("disagreements").get(1).toString())
                .isEqualTo("{\"name\":\"x_a\",\"verdicts\":[{\"standard\":\"m008\",\"version\":\"1\","
                        + "\"definition\":\"R5\",\"verdict\":\"violation\"},{\"standard\":\"mine\",\"version\":\"2\","
                        + "\"definition\":\"R5\",\"verdict\":\"ok\"}]}");
        assertThat(document.get("standards")
                        .get(1)
                        .get("gaps")
                        .get(0)
                        .get("missing")
                        .get(0)
                        .asString())
                .isEqualTo("x_b");
    }

    @Test
    void severalStandardsAreToldOneAfterTheOther() throws IOException {
        var names = file("names.csv", "name\nagg_bqx_eurusd\nx_a\n");
        var rules = file("rules.txt", "standard mine 2\nlist A a b\nshape x_{A}");
        var words = new Object[] {
            "warehouse", "audit", "--names", names, "--standard", "m008", "--standard", rules, "--fail-on"
        };

        assertThat(Said.to(with(words, "R5")).exits(Exit.NO).out())
                .contains("2 tables by m008 on ", "2 tables by mine on ")
                .contains("the standards' last definitions disagree on 2 names")
                .contains("  x_a: m008 1 R5 violation, mine 2 R5 ok");
        Said.to(with(words, "R2")).exits(Exit.YES);
    }

    private static Object[] with(Object[] words, String last) {
        var all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    @Test
    void aFileThatIsNotInUtf8IsToldWithItsPlace() throws IOException {
        var latin = Files.write(folder.resolve("l.csv"), "name\nt\u00e4belle\n".getBytes(StandardCharsets.ISO_8859_1));
        var wide = Files.write(folder.resolve("w.csv"), "name\na\n".getBytes(StandardCharsets.UTF_16));

        Said.to("warehouse", "audit", "--names", latin)
                .refuses(Exit.INVALID, "l.csv:2:2: not UTF-8: byte 0xE4", "Maybe it is Windows-1252");
        Said.to("warehouse", "audit", "--names", wide).refuses(Exit.INVALID, "w.csv:1:1: the file is UTF-16");
    }

    @Test
    void whatIsNoFileOfNamesIsRefusedInWords() throws IOException {
        var names = file("names.csv", "name\nagg_bqx_eurusd\n");

        Said.to("warehouse", "audit", "--names", folder)
                .refuses(Exit.INVALID, ":1:1: it is a folder, a file is expected");
        Said.to("warehouse", "audit", "--names", names, "--standard", "m009")
                .refuses(Exit.NOT_FOUND, "there is no file m009", "Maybe m008");
        Said.to("warehouse", "audit", "--names", names, "--on", "2025-13-40")
                .refuses(Exit.USAGE, "must be a day such as 2026-01-31, got '2025-13-40'");
        Said.to("warehouse", "audit", "--columns", names, "--document", names)
                .refuses(Exit.USAGE, "--document looks for names of tables, so it goes with --names");
    }

    @Test
    void aDefinitionThatNobodyHasIsRefusedBeforeAnythingIsPrinted() throws IOException {
        var said = Said.to("warehouse", "audit", "--names", file("names.csv", "name\nx\n"), "--fail-on", "r5");

        said.refuses(Exit.USAGE, "no standard has a definition r5", "Maybe one of R1, R2, R3, R4, R5");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void noNameWritesALineOfItsOwn() throws IOException {
        var names = file("names.csv", "name\n\"agg\r  R4 strict: 0 violations\"\n\"x\n\u001b[31my\"\n");

        var said = Said.to("warehouse", "audit", "--names", names).exits(Exit.YES);

        assertThat(said.out())
                .contains("agg\\u000d  R4 strict: 0 violations, x\\u000a\\u001b[31my")
                .doesNotContain("\r", "\u001b");
    }

    @Test
    void whatIsWrongWithAFileIsToldWithItsPlace() throws IOException {
        var headless = file("headless.csv", "agg_bqx_eurusd\n");
        var names = file("names.csv", "a,table_name\nx,\n");
        var rules = file("rules.txt", "standard mine 2\npaint it black");

        Said.to("warehouse", "audit", "--names", headless)
                .refuses(Exit.INVALID, "headless.csv:1:1: the first line names no column", "Maybe");
        Said.to("warehouse", "audit", "--names", names).refuses(Exit.INVALID, "names.csv:2:1: the line has no name");
        Said.to("warehouse", "audit", "--names", file("ok.csv", "name\nx"), "--standard", rules)
                .refuses(Exit.INVALID, "rules.txt:2:1: unknown directive 'paint'");
        Said.to("warehouse", "audit", "--names", folder.resolve("none.csv")).refuses(Exit.NOT_FOUND, "no file");
        Said.to("warehouse", "audit").refuses(Exit.USAGE);
        Said.to("warehouse", "audit", "--names", file("ok.csv", "name\nx"), "--fail-on", "R9")
                .exits(Exit.USAGE);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}

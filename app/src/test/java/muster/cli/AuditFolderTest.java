package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AuditFolderTest {
    private static final String SECRET = "AKIAIOSFODNN7EXAMPLE";

    @TempDir
    private Path folder;

    @Test
    void aFolderWithoutAPlanIsAuditedByWhatIsMadeToBeRun() throws IOException {
        put("repository/run.sh", "#!/bin/sh\nif true; then\n");
        put("repository/sound.py", "if __name__ == '__main__':\n    print('sound')\n");
        put("repository/README.md", "# Words\n\n`sound.py` has 40 lines.\n");

        var report = Said.to("audit", folder.resolve("repository"), "--json").report();

        assertThat(statuses(report)).containsExactly("run.sh BLOCKED", "sound.py READY");
        assertThat(report.get("decision").asString()).isEqualTo("GO-WITH-CONDITIONS");
        assertThat(report.get("blockers").get(0).get("severity").asString()).isEqualTo("P1");
        assertThat(texts(report.get("claims"), "file", "verdict")).containsExactly("README.md wrong");
    }

    @Test
    void nothingOfAFolderWithoutAPlanIsExecuted() throws IOException {
        put("repository/touch.py", "open('touched', 'w').close()\nif __name__ == '__main__':\n    pass\n");

        Said.to("audit", folder.resolve("repository"), "--json").report();

        assertThat(folder.resolve("repository/touched")).doesNotExist();
    }

    @Test
    void aDocumentThatIsNamedAsThePlanIsImported() throws IOException {
        put("repository/tools/a.sh", "#!/bin/sh\necho\n");
        put("directive.md", """
            # Directive: audit the tools

            **To**: Build Agent (BA)
            **Deadline**: 2026-12-14 06:00 UTC

            ## Scripts

            1. `tools/a.sh` (EXISTS, verify it)
            2. `tools/b.sh` (EXISTS, verify it)
            """);

        var report = Said.to("audit", folder.resolve("repository"), "--plan", folder.resolve("directive.md"), "--json")
                .report();

        assertThat(statuses(report)).contains("tools/a.sh READY", "tools/b.sh MISSING");
        assertThat(report.get("plan").get("source").asString()).isEqualTo("directive.md");
    }

    @Test
    void theReportIsWrittenInEveryForm() throws IOException {
        put("repository/run.sh", "#!/bin/sh\necho " + SECRET + "\n");
        var out = folder.resolve("out");

        Said.to("audit", folder.resolve("repository"), "--out", out).exits(Exit.YES);

        try (var written = Files.list(out)) {
            assertThat(written.map(file -> file.getFileName().toString()))
                    .contains(
                            "report.json",
                            "report.html",
                            "report.pdf",
                            "report.sarif",
                            "report.xml",
                            "report.tap",
                            "report.csv",
                            "report.prom",
                            "report.cdx.json",
                            "report.md");
        }
    }

    @Test
    void aStoredReportIsWrittenInAnotherForm() throws IOException {
        put("repository/run.sh", "#!/bin/sh\necho\n");
        var out = folder.resolve("out");
        Said.to("audit", folder.resolve("repository"), "--out", out, "--format", "json,csv")
                .exits(Exit.YES);

        var said =
                Said.to("report", out.resolve("report.json"), "--format", "csv").exits(Exit.YES);

        assertThat(said.out()).isEqualTo(Files.readString(out.resolve("report.csv")));
    }

    @Test
    void aFileThatIsNoReportIsRefusedWithItsPlace() throws IOException {
        put("report.json", "{\"schema\": \"other/1\"}");

        Said.to("report", folder.resolve("report.json"), "--format", "csv").refuses(Exit.INVALID, "report.json:1:");
    }

    @Test
    void aDatabaseNamedInWordsThatSayNoneIsAWrongCommandLine() {
        Said.to("audit", folder, "--database", "shop=oracle://somewhere").refuses(Exit.USAGE, "--database shop");
    }

    @Test
    void whatProbesOfDatabasesWouldReadIsSaidWithoutMakingThem() throws IOException, java.sql.SQLException {
        var shop = folder.resolve("shop.duckdb");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:" + shop);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sales AS SELECT range AS id FROM range(10000)");
        }
        put("repository/muster.yaml", """
            muster: 1
            plan: {id: shop, title: Shop, start: 2026-01-05T08:00:00Z}
            expectations:
              - id: sales
                title: there are sales
                probe: {query: SELECT sum(id) FROM sales, database: shop, values: {at-least: 1}}
                probing: {budget: {rows: 100}}
            """);

        var said = Said.to("audit", folder.resolve("repository"), "--database", "shop=" + shop, "--estimate")
                .exits(Exit.OVER_BUDGET);

        assertThat(said.out()).startsWith("sales: ").contains("10000 rows").contains("\ntotal: ");
    }

    @Test
    void whatIsKeptInTheFolderStaysOutOfItsVersionControl() throws IOException {
        put("repository/run.sh", "#!/bin/sh\necho\n");

        Said.to("audit", folder.resolve("repository"), "--json").report();

        assertThat(folder.resolve("repository/.muster/.gitignore")).hasContent("*");
    }

    private static List<String> statuses(JsonNode report) {
        return texts(report.get("readiness"), "path", "status");
    }

    private static List<String> texts(JsonNode list, String first, String second) {
        var texts = new ArrayList<String>();
        list.forEach(each ->
                texts.add(each.get(first).asString() + " " + each.get(second).asString()));
        return texts;
    }

    private void put(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The guide "bring the names of a warehouse in order", with the standard of its example.
class OwnStandardTest {
    private static final Path EXAMPLE = Path.of("../examples/warehouse").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void namesAreJudgedByTheExamplesStandard() {
        var said = Said.to("warehouse", "audit", "--names", EXAMPLE.resolve("names.csv"), "--standard", standard())
                .exits(Exit.YES);

        assertThat(said.out()).contains("R4 strict: 5 violations", "R5 strict_lag_exception: 4 violations");
    }

    @Test
    void tablesAreRenamedCertifiedAndTakenBack() throws IOException, SQLException {
        tables(Files.readAllLines(EXAMPLE.resolve("names.csv")));
        var before = names();

        perform("rename", "family=all", "--key", "tidy").exits(Exit.YES);
        var refused = perform("certify").exits(Exit.NO);
        var after = names();
        Said.to("warehouse", "rollback", "of=tidy", "--workspace", folder).exits(Exit.YES);

        assertThat(refused.err()).contains("1 tables break R5: [tmp_old]");
        assertThat(after)
                .contains("table sales_day_north 1", "table stock_week_north 1", "table transfer_north_south 1")
                .contains("view Stock-week-north", "table import_east 1");
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void onlyDefinitionsOfTheStandardAreCountedAndCertified() throws IOException, SQLException {
        tables(List.of("name", "sales_north_day", "sales_day_south"));
        perform("rename", "family=all").exits(Exit.YES);

        var figures = perform("validate").exits(Exit.YES).out();

        assertThat(figures)
                .contains("violations.R4.before 1", "violations.R4.after 0", "violations.R5.after 0")
                .doesNotContain("R1", "R2", "R3");
        perform("certify", "reading=R2").refuses(Exit.USAGE, "reading must be one of [R5, R4]");
        perform("certify", "reading=R4").exits(Exit.YES);
    }

    private Said perform(String... words) {
        var all = new ArrayList<Object>(List.of("warehouse"));
        all.addAll(List.of(words));
        all.addAll(List.of("--workspace", folder, "--standard", standard()));
        return Said.to(all.toArray());
    }

    private String names() {
        return Said.to("warehouse", "inventory", "--names", "--workspace", folder)
                .exits(Exit.YES)
                .out();
    }

    private static Path standard() {
        return EXAMPLE.resolve("standard.txt");
    }

    private void tables(List<String> lines) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("warehouse.duckdb"));
                var statement = connection.createStatement()) {
            for (var name : lines.subList(1, lines.size())) {
                statement.execute("CREATE TABLE \"" + name + "\" AS SELECT 1 AS amount");
            }
        }
    }
}

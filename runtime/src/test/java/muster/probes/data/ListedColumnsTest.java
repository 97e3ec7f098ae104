package muster.probes.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import muster.audit.Finding;
import muster.observation.Ground;
import muster.probes.scripts.sql.SqlCheck;
import muster.probes.scripts.sql.SqlParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Columns that are told by files beside a listing of tables.
class ListedColumnsTest {
    private static final String QUERY = "SELECT id, prize FROM shop.orders";

    @TempDir
    Path root;

    @BeforeEach
    void listing() throws IOException {
        Files.writeString(root.resolve("tables.csv"), "table_name\norders\nreturns\ncustomers\n");
    }

    @Test
    void aColumnThatTheExportLacksIsDoubted() throws IOException {
        Files.writeString(root.resolve("columns.csv"), """
                table_schema,"table_name","column_name",data_type
                shop,Orders,ID,INT64
                shop,orders,price,"NUMERIC(10,2)"
                """);

        assertThat(findings(QUERY))
                .containsExactly("unlisted-column q.sql:11 by the listing there is no column prize in orders");
    }

    @Test
    void ofATableWhoseColumnsAreNotToldNothingIsDoubted() throws IOException {
        Files.writeString(root.resolve("columns.csv"), "table_name,column_name\nreturns,id\n");

        assertThat(findings(QUERY)).isEmpty();
        assertThat(findings("SELECT nothing FROM shop.orders o JOIN shop.returns r ON r.id = o.id"))
                .isEmpty();
    }

    @Test
    void rulesOverNamesTellTheColumnsToo() throws IOException {
        Files.writeString(root.resolve("schemas.json"), """
                {"symbols": {"any": ["orders", "returns", "customers"]},
                 "lists": {"all": ["id INT64"]},
                 "rules": [{"tables": "{any}", "columns": "all"}]}
                """);

        assertThat(findings(QUERY))
                .containsExactly("unlisted-column q.sql:11 by the listing there is no column prize in orders");
    }

    @Test
    void aFileOfThatNameWithAnythingElseInItIsPassedOver() throws IOException {
        for (var text : List.of("", "[]", "{\"rules\": 3}", "not json", "{\"symbols\": {\"w\": [\"(\"]}}")) {
            Files.writeString(root.resolve("schemas.json"), text);

            assertThat(findings(QUERY)).as(text).isEmpty();
        }
    }

    private List<String> findings(String sql) {
        var catalogue = new Catalogue(new Databases(new TreeMap<>()), new Ground(root));
        var check = new SqlCheck(catalogue);
        var uses = SqlParser.parse(sql);
        return check.references(uses, check.homes(List.of(uses)), Set.of(), offset -> "q.sql:" + offset).stream()
                .filter(finding -> !finding.code().equals("unchecked-table"))
                .map(ListedColumnsTest::shown)
                .toList();
    }

    private static String shown(Finding finding) {
        return finding.code() + " " + finding.place() + " " + finding.message();
    }
}

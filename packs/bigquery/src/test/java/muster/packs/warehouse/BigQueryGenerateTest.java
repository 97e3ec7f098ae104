package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import muster.packs.bigquery.Doubled;
import muster.packs.warehouse.sql.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Features are generated in BigQuery's words: the same values, and statements that GoogleSQL's analyzer reads in
/// `packs/googlesql` from a file. Written anew with `-Dmuster.golden=write`.
class BigQueryGenerateTest {
    private static final Path GOLDEN = Path.of("src/test/resources/muster/packs/bigquery");
    private static final String[] WORDS = {
        "currencies=eur,usd",
        "assets=spy",
        "windows=45,90",
        "rows=100",
        "parallel=1",
        "families=agg,mom,vol,align,reg,lag,regime,tmp,der,rev,div,ext,mrt,cyc,corr"
    };
    private static final String[] ACROSS = {
        "currencies=eur,gbp,usd", "windows=45", "rows=60", "parallel=1", "families=cov,tri,var,mkt"
    };
    private static final Pattern MADE = Pattern.compile("(?s)CREATE TABLE (?:IF NOT EXISTS )?`?(\\w+)`?[ (].*");

    @TempDir
    Path folder;

    @Test
    void tablesOfOneSubjectHaveTheValuesThatDuckDbGives() throws Exception {
        compare("generate.sql", WORDS);
    }

    @Test
    void tablesAcrossPairsHaveTheValuesThatDuckDbGives() throws Exception {
        compare("across.sql", ACROSS);
    }

    @Test
    void aKillAtAnyStatementIsMadeGoodByCallingAgain() throws Exception {
        String[] words = {"currencies=eur,usd", "windows=45", "rows=50", "parallel=1", "variant=idx", "families=tmp"};
        int deaths = 0;

        for (int calls = 1; ; calls += 5) {
            try (var doubled = new Doubled()) {
                var scratch = new Scratch(folder, doubled.access());
                var killed = new KilledAccess(scratch.access(), calls);
                scratch.performBy(killed, "run-1", "generate", words);
                if (!killed.isDead()) {
                    break;
                }
                deaths++;
                assertThat(Scratch.figures(scratch.perform("generate", words)))
                        .as("killed at call " + calls)
                        .containsEntry("tables", "3");
                assertThat(scratch.rows("SELECT count(*), min(row_count) FROM _muster_generated WHERE digest <> ''"))
                        .containsExactly("3|50");
            }
        }

        assertThat(deaths).isGreaterThan(3);
    }

    private void compare(String golden, String... words) throws Exception {
        try (var doubled = new Doubled()) {
            doubled.rest().paging(10_000);
            var google = new Scratch(folder, doubled.access());
            var duck = Scratch.empty(folder);

            assertThat(Scratch.figures(google.perform("generate", words)))
                    .isEqualTo(Scratch.figures(duck.perform("generate", words)));

            try (var one = Session.open(duck.access());
                    var other = Session.open(google.access())) {
                for (var table : duck.catalog().tables()) {
                    EnginesAgreeTest.compare(table, one, other);
                }
            }
            said(GOLDEN.resolve(golden), doubled.rest().statements());
        }
    }

    private static void said(Path golden, List<String> statements) throws Exception {
        var made = new LinkedHashMap<String, String>();
        statements.forEach(each -> {
            var table = MADE.matcher(each);
            if (table.matches()) {
                made.put(table.group(1), each);
            }
        });
        var sent = String.join(";\n\n", made.values()) + ";\n";
        if ("write".equals(System.getProperty("muster.golden"))) {
            Files.writeString(golden, sent);
        }
        assertThat(sent).isEqualTo(Files.readString(golden));
    }
}

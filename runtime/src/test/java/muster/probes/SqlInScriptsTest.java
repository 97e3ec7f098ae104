package muster.probes;

import static muster.probes.Yard.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.audit.Evidence;
import muster.plan.AssuranceLevel;
import muster.plan.Language;
import muster.plan.Probe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlInScriptsTest {
    @TempDir
    Path folder;

    private Yard yard;

    @BeforeEach
    void fill() throws Exception {
        yard = Yard.in(Files.createDirectory(folder.resolve("project")))
                .filledWith(
                        "CREATE TABLE base_eurusd (ts TIMESTAMP, pair VARCHAR, close DOUBLE)",
                        "CREATE TABLE base_gbpusd (ts TIMESTAMP, pair VARCHAR, close DOUBLE)",
                        "CREATE TABLE cov_a_b (ts TIMESTAMP, val1 DOUBLE, val2 DOUBLE)");
    }

    @Test
    void aTableAndAColumnThatAreNotThereAreFoundWithTheirLines() {
        var evidence = reading("""
                QUERIES = {
                    "cov": \"""
                        SELECT ts, val_1, val2
                        FROM `p.features.cov_a_b`
                    \""",
                    "old": "SELECT ts FROM `p.features.cov_b_a`",
                }
                """);

        assertThat(codes(evidence))
                .containsExactlyInAnyOrder("unknown-column scripts/s.py:3", "unknown-table scripts/s.py:6");
        assertThat(evidence.getFirst().attributes()).containsEntry("tables-referenced", "cov_a_b, cov_b_a");
    }

    @Test
    void placeholdersAreMatchedAsPatternsThroughConstantsAndFunctions() {
        yard.put("scripts/names.py", "DATASET = 'features'\ndef full(name):\n    return f'`{DATASET}.{name}`'\n");
        var evidence = reading("""
                from names import full
                def good(pair): return f"SELECT close FROM {full('base_' + pair)}"
                def bad(pair): return f"SELECT open FROM {full('base_' + pair)}"
                def gone(pair): return f"SELECT close FROM {full('feed_' + pair)}"
                def any(table): return f"SELECT close FROM {full(table)}"
                T = "SELECT COUNT(*) AS n FROM `{dataset}.{table}`"
                """);

        assertThat(codes(evidence))
                .containsExactlyInAnyOrder("unknown-column scripts/s.py:3", "unknown-table scripts/s.py:4");
    }

    @Test
    void whatTheSqlDefinesItselfIsKnown() {
        var evidence = reading("""
                SQL = \"""
                CREATE OR REPLACE TABLE features.fresh PARTITION BY DATE(ts) AS
                WITH both AS (SELECT a.ts, a.close AS c1, b.close c2 FROM base_eurusd a JOIN base_gbpusd AS b USING (ts)),
                spread AS (SELECT *, c1 - c2 AS d FROM both)
                SELECT ts, d, AVG(d) OVER w AS mean, EXTRACT(DAY FROM ts) AS day, DATE '2025-01-01' AS start
                FROM spread WHERE d IS DISTINCT FROM 0 WINDOW w AS (ORDER BY ts)
                \"""
                MORE = "SELECT pair, COUNT(*) n, MAX(close) AS top FROM base_eurusd GROUP BY pair HAVING n > 1 ORDER BY top"
                NEXT = "SELECT * EXCEPT (close) FROM FRESH; SELECT x.close FROM base_eurusd AS x UNION ALL SELECT close FROM base_gbpusd"
                SUB = "SELECT ts FROM base_eurusd e WHERE EXISTS (SELECT 1 FROM base_gbpusd g WHERE g.ts = e.ts AND e.nothing = 1)"
                ALTER = "ALTER TABLE base_eurusd RENAME TO base_renamed"
                """);

        assertThat(codes(evidence)).containsExactly("unknown-column scripts/s.py:10");
    }

    @Test
    void proseIsNotSql() {
        var evidence = reading("""
                \"""Select the pairs from the list.\"""
                A = "Select a file from the menu"
                B = "update the table into which rows go"
                print("select all from nothing at all in this world")
                """);

        assertThat(codes(evidence)).isEmpty();
    }

    @Test
    void anUnderscoreInLikeIsARemark() {
        var evidence = reading("""
                A = "SELECT COUNT(*) FROM base_eurusd WHERE pair LIKE 'cov_%'"
                B = "SELECT COUNT(*) FROM base_eurusd WHERE pair LIKE 'cov#_%' ESCAPE '#'"
                C = "SELECT COUNT(*) FROM base_eurusd WHERE pair LIKE 'cov%'"
                """);

        assertThat(codes(evidence)).containsExactly("like-underscore-wildcard scripts/s.py:1");
    }

    @Test
    void withoutADatabaseTablesAreReportedAsUnchecked() {
        var bare = Yard.in(yard.root()).put("scripts/s.py", "A = 'SELECT x FROM anything'\n");

        assertThat(codes(bare.python("scripts/s.py", AssuranceLevel.REFERENCES_RESOLVE)))
                .containsExactly("unchecked-table scripts/s.py:1");
    }

    @Test
    void aFileOfSqlIsCheckedLikewise() {
        yard.put("views.sql", "-- views\nCREATE VIEW v AS\nSELECT gone FROM base_eurusd;\n")
                .put("open.sql", "SELECT (1 FROM base_eurusd;\n");

        assertThat(codes(yard.probe(new Probe.Script("views.sql", Language.SQL), AssuranceLevel.REFERENCES_RESOLVE)))
                .containsExactly("unknown-column views.sql:3");
        assertThat(codes(yard.probe(new Probe.Script("open.sql", Language.SQL), AssuranceLevel.REFERENCES_RESOLVE)))
                .containsExactly("syntax-error open.sql:2");
    }

    private List<Evidence> reading(String source) {
        yard.put("scripts/s.py", source);
        return yard.python("scripts/s.py", AssuranceLevel.REFERENCES_RESOLVE);
    }
}

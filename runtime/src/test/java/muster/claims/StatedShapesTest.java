package muster.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.audit.ClaimVerdict;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.audit.ReconciledClaim;
import muster.observation.Ground;
import muster.plan.AssuranceLevel;
import muster.plan.ClaimValue;
import muster.plan.ExpectationId;
import muster.probes.data.DatabaseTables;
import muster.sandbox.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Columns, joins and limits that documents state, held against schemas, keys and what publishers say.
class StatedShapesTest {
    private static final String DDL = """
        CREATE TABLE IF NOT EXISTS shop."orders" (
          id BIGINT PRIMARY KEY, -- the key
          customer_id BIGINT REFERENCES customers (id),
          total NUMERIC(10, 2) DEFAULT (1 + 2),
          CONSTRAINT positive CHECK (total >= 0),
          PRIMARY KEY (id)
        );
        ALTER TABLE orders ADD COLUMN placed_at TIMESTAMP;
        CREATE TABLE copies (LIKE orders);
        """;

    @TempDir
    Path root;

    @Test
    void columnsThatADocumentListsAreThoseOfTheTable() throws Exception {
        write("db/schema.sql", DDL);
        write("a.md", """
            The table `orders` has the columns `id`, `customer_id` and `placed_at`.

            Columns of `orders`: `id`, `region`.

            `shop.orders` (columns: `total`, `tax`) is the largest.

            The column `discount` of `orders` is a share.
            """);

        assertThat(columns())
                .containsExactly(
                        "RIGHT customer_id, id, placed_at", "WRONG no region", "WRONG no tax", "WRONG no discount");
    }

    @Test
    void aTableOfColumnsUnderTheNameOfATableListsThem() throws Exception {
        write("db/schema.sql", DDL);
        write("a.md", """
            ## Table `orders`

            | column | type |
            |---|---|
            | `id` | bigint |
            | total | numeric |

            ## orders

            | column | type |
            |---|---|
            | id | bigint |
            | price | numeric |

            ## Columns

            | column | meaning |
            |---|---|
            | one | 1 |
            | two | 2 |
            """);

        assertThat(columns()).containsExactly("RIGHT id, total", "WRONG no price");
    }

    @Test
    void whatIsToComeOrGoneOrUnknownIsNotWrong() throws Exception {
        write("db/schema.sql", DDL);
        write("a.md", """
            Add the columns `a`, `b` to `orders`.

            The columns of `orders` should be `id` and `x`.

            `orders` no longer has the columns `y`, `z`.

            Columns of `copies`: `anything`.

            Columns of `elsewhere`: `id`.
            """);

        assertThat(columns()).noneMatch(verdict -> verdict.startsWith("WRONG"));
    }

    @Test
    void aResultIsMadeOfColumnsThatItsSourcesHave() throws Exception {
        write("db/schema.sql", """
            create table lag_a_45 (t timestamp, close_lag_45 float);
            create table lag_a_90 (t timestamp, close_lag_90 float);
            """);
        write("wrong.md", "# Consolidation of the LAG tables\n\nColumns of the result: `lag_1`, `lag_5`.\n");
        write(
                "right.md",
                "Join `lag_a_45` and `lag_a_90`. Columns of the result: `close_lag_45`, `s2_close_lag_90`.\n");
        write("some.md", "Join `lag_a_45` and `lag_a_90`. Columns of the result: `close_lag_45`, `spread`.\n");
        write("report.md", "From `lag_a_45` it makes a sheet. Columns of the result: `mean`, `worst`.\n");

        assertThat(columns())
                .containsExactlyInAnyOrder(
                        "WRONG no lag_1, lag_5", "RIGHT close_lag_45, s2_close_lag_90", "UNVERIFIABLE", "UNVERIFIABLE");
    }

    @Test
    void aNameWithHolesMeansTheTablesThatFit() throws Exception {
        write("db/schema.sql", "create table lag_a_45 (t int, x int); create table lag_b_45 (t int, x int);");
        write("a.md", "Columns of `lag_{pair}_45`: `t`, `x`.\n\nColumns of `lag_<pair>_45`: `t`, `y`.\n");

        assertThat(columns()).containsExactly("RIGHT t, x", "WRONG no y");
    }

    @ParameterizedTest(name = "{0} rows of keys {1} to {2} give {3}: {4}")
    @CsvSource({
        "180, 51, 150, 150, WRONG 150",
        "150, 51, 150, 150, RIGHT 150",
        "180, 1, 80, 100, WRONG 100",
        "180, 101, 180, 180, RIGHT 180",
    })
    void rowsAfterAJoinAreTheDistinctKeysOfItsFiles(int stated, int from, int to, int distinct, String verdict)
            throws Exception {
        sheet("data/a.csv", 1, 100);
        sheet("data/b.csv", from, to);
        write("a.md", """
            The files are joined on `id`.

            | file | rows |
            |---|---|
            | a.csv | 100 |
            | b.csv | %d |
            | all.csv, after the merge | %d |
            """.formatted(to - from + 1, stated));

        assertThat(joins()).containsExactly(verdict);
        assertThat(distinct).isPositive();
    }

    @Test
    void aSumIsTooMuchForSourcesThatShareAKeyWhateverRowsTheyHave() throws Exception {
        sheet("a.csv", 1, 10);
        sheet("b.csv", 1, 8);
        write("a.md", "Merging `a.csv` (100 rows) with `b.csv` (80 rows) on `id` gives 180 rows.\n");

        assertThat(joins()).containsExactly("WRONG less than the sum");
    }

    @Test
    void aDatabaseCountsItsKeys() throws Exception {
        var url = "jdbc:sqlite:" + root.resolve("x.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create table a as select 1 as k union select 2");
            statement.execute("create table b as select 2 as k union select 3");
        }
        write("a.md", "Join on `k`.\n\n| table | rows |\n|---|---|\n| a | 2 |\n| b | 2 |\n| joined | 4 |\n");

        assertThat(told(
                        ClaimValue.Joined.class,
                        List.of(),
                        List.of(new DatabaseTables("x", () -> DriverManager.getConnection(url)))))
                .containsExactly("WRONG 3");
    }

    @Test
    void withoutDataASumIsUnverifiableForAReasonAndTooFewAreWrong() throws Exception {
        write(
                "a.md",
                "Joined on `k`.\n\n| table | rows |\n|---|---|\n| a | 20 |\n| b | 30 |\n| after the join | 50 |\n");
        write(
                "b.md",
                "Joined on `k`.\n\n| table | rows |\n|---|---|\n| a | 20 |\n| b | 30 |\n| after the join | 25 |\n");
        write(
                "c.md",
                "`a` and `b` are appended.\n\n| table | rows |\n|---|---|\n| a | 20 |\n| b | 30 |\n| merged | 50 |\n");

        assertThat(joins()).containsExactly("UNVERIFIABLE", "WRONG at least 30");
        assertThat(claims(List.of(), List.of()))
                .filteredOn(claim -> claim.verdict() == ClaimVerdict.UNVERIFIABLE
                        && claim.claim().value() instanceof ClaimValue.Joined)
                .extracting(ReconciledClaim::because)
                .allMatch(because -> because.contains("sum of the sources' rows"));
    }

    @Test
    void aRepeatedKeyProvesNothing() throws Exception {
        write("a.csv", "id\n1\n1\n");
        write("b.csv", "id\n1\n2\n");
        write("a.md", "Merging `a.csv` (2 rows) with `b.csv` (2 rows) on `id` gives 3 rows.\n");

        assertThat(joins()).containsExactly("UNVERIFIABLE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The query quota of BigQuery is 1 TB a day.| CONTRADICTORY 200 TiB per day",
                "The query quota of BigQuery is 200 TB per day.| RIGHT 200 TiB per day",
                "BigQuery has an unlimited query quota.| WRONG 200 TiB per day",
                "BigQuery allows 5 updates of a table's metadata in 10 seconds.| RIGHT 5 updates per 10 seconds",
                "BigQuery allows 30 updates of table metadata per minute.| RIGHT 5 updates per 10 seconds",
                "BigQuery allows 100 table metadata updates per second.| WRONG 5 updates per 10 seconds",
                "Table metadata updates of BigQuery are unlimited.| WRONG 5 updates per 10 seconds",
                "A BigQuery table has at most 20,000 columns.| WRONG 10000 columns",
                "A BigQuery table has at most 10,000 columns.| RIGHT 10000 columns",
                "The number of tables in a BigQuery dataset is unlimited.| RIGHT unlimited",
                "GitHub limits a matrix to 512 jobs.| WRONG 256 jobs",
                "The GitHub REST API allows 5,000 requests per hour for authenticated users.| RIGHT 5000 requests per"
                        + " hour",
                "S3 allows up to 1,000 parts in a multipart upload.| WRONG 10000 parts",
                "Our custom query quota of BigQuery is 2 TB a day.| UNVERIFIABLE",
            })
    void limitsOfServicesAreThosePublished(String sentence, String verdict) throws Exception {
        write("a.md", "# Notes\n\n" + sentence + "\n");

        assertThat(limits(List.of())).containsExactly(verdict);
    }

    @Test
    void aRowOfATableStatesALimitOfTheServiceThatTheDocumentNames() throws Exception {
        write("a.md", """
            # Environment

            | what | state |
            |---|---|
            | google-cloud-bigquery | 3.14.0 |
            | daily query usage quota | 10 TiB/day |
            | updates of table metadata | unlimited |
            | quota of copy jobs | 100,000 per day |
            """);

        assertThat(limits(List.of()))
                .containsExactly(
                        "CONTRADICTORY 200 TiB per day", "WRONG 5 updates per 10 seconds", "RIGHT 100000 jobs per day");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Each query reads at most 20 tables.",
                "The API allows 100 requests per hour for authenticated users.",
                "The number of related objects is unlimited.",
                "We load from BigQuery. The service permits 3 retries per minute.",
                "BigQuery is asked once a day. A table has 12 columns.",
                "The quota was 1 TB a day in BigQuery before 2020.",
            })
    void limitsOfAnythingElseAreNoClaims(String sentence) throws Exception {
        write("a.md", "# Notes\n\nIt uses BigQuery and GitHub.\n\n" + sentence + "\n");

        assertThat(limits(List.of())).noneMatch(verdict -> verdict.startsWith("WRONG") || verdict.startsWith("CONTRA"));
    }

    @Test
    void aQuotaProbeOutranksThePublisher() throws Exception {
        write("a.md", "The query quota of BigQuery is 1 TiB a day.\n");

        assertThat(limits(List.of(quota("1048576")))).containsExactly("RIGHT 1048576");
        assertThat(limits(List.of(quota("209715200")))).containsExactly("WRONG 209715200");
    }

    private static Evidence quota(String limit) {
        var attributes = new TreeMap<String, String>();
        attributes.put("limit", limit);
        var at = Instant.EPOCH;
        return new Evidence(
                "E-1",
                new ExpectationId("quota"),
                "quota",
                List.of("gcp:bigquery.googleapis.com/QueryUsagePerDay"),
                ProbeResult.PASS,
                AssuranceLevel.EXISTS,
                "the limit is " + limit,
                List.of(),
                attributes,
                "",
                List.of(),
                "here",
                at,
                Duration.ZERO,
                at.plusSeconds(60),
                "00");
    }

    private List<String> columns() throws Exception {
        return told(ClaimValue.Columns.class, List.of(), List.of());
    }

    private List<String> joins() throws Exception {
        return told(ClaimValue.Joined.class, List.of(), List.of());
    }

    private List<String> limits(List<Evidence> evidence) throws Exception {
        return told(ClaimValue.Limit.class, evidence, List.of());
    }

    private List<String> told(Class<?> kind, List<Evidence> evidence, List<Tables> tables) throws Exception {
        return claims(evidence, tables).stream()
                .filter(each -> kind.isInstance(each.claim().value()))
                .map(each -> Stream.of(each.verdict().name(), each.observed())
                        .filter(java.util.Objects::nonNull)
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""))
                .toList();
    }

    private List<ReconciledClaim> claims(List<Evidence> evidence, List<Tables> tables) throws Exception {
        return new ClaimAudit(new Ground(root.toRealPath()), Launcher.forThisMachine())
                .reconciled(evidence, List.of(), tables);
    }

    private void sheet(String path, int from, int to) throws Exception {
        var text = new StringBuilder("id,x\n");
        for (var at = from; at <= to; at++) {
            text.append(at).append(",0\n");
        }
        write(path, text.toString());
    }

    private void write(String path, String text) throws Exception {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

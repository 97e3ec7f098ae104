package muster.probes.data;

import static muster.probes.data.Stocked.NAME;
import static muster.probes.data.Stocked.NOW;
import static muster.probes.data.Stocked.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.audit.ProbeResult;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Matcher;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.plan.Share;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every engine's probes do alike.
class DataProbesTest {
    @TempDir
    Path folder;

    private Stocked prices(Engine engine) {
        var time = engine == Engine.SQLITE ? "TEXT" : "TIMESTAMP WITH TIME ZONE";
        return Stocked.of(engine, folder)
                .with(
                        "CREATE TABLE prices (id INTEGER, pair VARCHAR(7), price DOUBLE PRECISION, seen " + time + ")",
                        "INSERT INTO prices VALUES (1, 'EUR/USD', 1.5, '2026-03-04T05:00:00+02:00')",
                        "INSERT INTO prices VALUES (2, 'EUR/CHF', NULL, '2026-03-04T04:00:00Z')",
                        "INSERT INTO prices VALUES (2, 'EUR/USD', 1.25, '2026-03-03T04:00:00Z')",
                        "CREATE VIEW cheap AS SELECT * FROM prices WHERE price < 1.4");
    }

    @ParameterizedTest
    @EnumSource
    void aServerAnswersWithItsVersion(Engine engine) {
        var stock = Stocked.of(engine, folder);

        var right = stock.probe(new DataProbe.Answers(NAME, new Matcher.Matches("^[0-9]+[.][0-9.]+$")));
        var wrong = stock.probe(new DataProbe.Answers(NAME, new Matcher.OneOf(List.of("0.1"))));

        assertThat(right.result()).isEqualTo(ProbeResult.PASS);
        assertThat(right.attributes()).containsKeys("version", "product");
        assertThat(codes(wrong)).containsExactly("version-differs");
    }

    @ParameterizedTest
    @EnumSource
    void aQueryIsComparedByItsFirstColumn(Engine engine) {
        var stock = prices(engine);

        assertThat(stock.query("SELECT COUNT(*), 'x' FROM prices;", new Matcher.Equal("3"))
                        .result())
                .isEqualTo(ProbeResult.PASS);
        assertThat(stock.query("SELECT pair FROM prices", new Matcher.Each(new Matcher.Matches("^EUR/")))
                        .result())
                .isEqualTo(ProbeResult.PASS);
        assertThat(stock.query("SELECT id FROM prices WHERE id = 1", new Matcher.Exactly(List.of("1")))
                        .result())
                .isEqualTo(ProbeResult.PASS);
        assertThat(codes(stock.query("SELECT MAX(price) FROM prices", new Matcher.AtMost(new BigDecimal("1.4")))))
                .containsExactly("value-differs");
    }

    @ParameterizedTest
    @EnumSource
    void aQueryWithoutRowsProvesNothing(Engine engine) {
        var seen = prices(engine).query("SELECT id FROM prices WHERE id > 9", new Matcher.Not(new Matcher.Equal("3")));

        assertThat(seen.result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(codes(seen)).containsExactly("no-rows");
    }

    @ParameterizedTest
    @EnumSource
    void aQueryThatIsWrongIsAnErrorOnOneLine(Engine engine) {
        var seen = prices(engine).query("SELECT nothing FROM nowhere", new Matcher.Equal("3"));

        assertThat(seen.result()).isEqualTo(ProbeResult.ERROR);
        assertThat(seen.summary()).startsWith("the database refuses: ").doesNotContain("\n");
    }

    @ParameterizedTest
    @EnumSource
    void nothingCanBeWrittenByAQuery(Engine engine) {
        var stock = prices(engine);
        var statements = List.of(
                "DELETE FROM prices",
                "SELECT 1; DELETE FROM prices",
                "/* SELECT */ DELETE FROM prices",
                "WITH gone AS (DELETE FROM prices RETURNING id) SELECT id FROM gone",
                "WITH one AS (SELECT 1) DELETE FROM prices",
                "EXPLAIN ANALYZE DELETE FROM prices",
                "EXPLAIN ANALYZE CREATE TABLE other AS SELECT 1 AS one",
                "SELECT 1 AS one INTO other");

        var results = statements.stream()
                .map(sql -> stock.probes(Access.SCRATCH)
                        .of(new DataProbe.Query(NAME, sql, new Matcher.Equal("1")), Probing.ONCE, NOW)
                        .getFirst()
                        .result());

        assertThat(results).doesNotContain(ProbeResult.PASS);
        assertThat(stock.query("SELECT COUNT(*) FROM prices", new Matcher.Equal("3"))
                        .result())
                .isEqualTo(ProbeResult.PASS);
        assertThat(stock.tables()).containsExactly("cheap", "prices");
    }

    @ParameterizedTest
    @EnumSource
    void aQueryThatRunsTooLongIsStopped(Engine engine) {
        var endless = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT 1 - n FROM r) SELECT COUNT(*) FROM r";

        var seen = Stocked.of(engine, folder)
                .probe(
                        new DataProbe.Query(NAME, endless, new Matcher.Equal("1")),
                        new Probing(0, Duration.ZERO, Duration.ofMillis(300), null));

        assertThat(seen.result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(codes(seen)).containsExactly("timed-out");
    }

    @ParameterizedTest
    @EnumSource
    void aTableIsHeldAgainstItsDescription(Engine engine) {
        var seen = prices(engine)
                .probe(new DataProbe.TableState(
                        NAME,
                        "prices",
                        new Matcher.Equal("3"),
                        new TreeMap<>(Map.of("id", "integer", "pair", engine == Engine.DUCKDB ? "text" : "varchar(7)")),
                        new TreeMap<>(Map.of("price", new Share(0.34), "id", new Share(0))),
                        List.of("id", "pair"),
                        new DataProbe.Freshness("seen", Duration.ofHours(2), null)));

        assertThat(seen.summary()).isEqualTo("prices is as described");
        assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.attributes())
                .containsEntry("rows", "3")
                .containsEntry("newest", "2026-03-04T04:00:00Z")
                .containsKeys("rows-second-path", "rows-second-path-is", "null-share-price");
    }

    @ParameterizedTest
    @EnumSource
    void everyDefectOfATableIsFoundAtOnce(Engine engine) {
        var seen = prices(engine)
                .probe(new DataProbe.TableState(
                        NAME,
                        "prices",
                        new Matcher.AtLeast(BigDecimal.TEN),
                        new TreeMap<>(Map.of("id", "bigint", "gone", "integer")),
                        new TreeMap<>(Map.of("price", new Share(0.33))),
                        List.of("id"),
                        new DataProbe.Freshness("seen", Duration.ofHours(1), null)));

        assertThat(seen.result()).isEqualTo(ProbeResult.FAIL);
        assertThat(codes(seen))
                .contains("duplicate-key", "rows-differ", "stale", "too-many-nulls", "type-differs", "unknown-column");
    }

    @ParameterizedTest
    @EnumSource
    void aKeyHasNoNulls(Engine engine) {
        var seen = prices(engine).probe(state(List.of("pair", "price"), null));

        assertThat(codes(seen)).contains("null-in-key").doesNotContain("duplicate-key");
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyTableProvesNothingOfItsRows(Engine engine) {
        var stock = Stocked.of(engine, folder).with("CREATE TABLE prices (id INTEGER)");

        assertThat(stock.probe(state(List.of("id"), null)).result()).isEqualTo(ProbeResult.INCONCLUSIVE);
    }

    @ParameterizedTest
    @EnumSource
    void aTimeWithoutAZoneIsInconclusiveWhereTheZoneDecides(Engine engine) {
        var stock = Stocked.of(engine, folder)
                .with(
                        "CREATE TABLE prices (seen " + (engine == Engine.SQLITE ? "TEXT" : "TIMESTAMP") + ")",
                        "INSERT INTO prices VALUES ('2026-03-04 04:30:00')");

        assertThat(codes(stock.probe(fresh(Duration.ofHours(1), null)))).contains("no-time-zone");
        assertThat(stock.probe(fresh(Duration.ofHours(15), null)).result()).isEqualTo(ProbeResult.PASS);
        assertThat(stock.probe(fresh(Duration.ofHours(1), ZoneId.of("UTC"))).result())
                .isEqualTo(ProbeResult.PASS);
        assertThat(codes(stock.probe(fresh(Duration.ofHours(1), ZoneId.of("Asia/Tokyo")))))
                .contains("stale");
        assertThat(codes(stock.probe(fresh(Duration.ofHours(1), ZoneId.of("America/New_York")))))
                .contains("in-the-future");
    }

    @ParameterizedTest
    @EnumSource
    void namesAreFoundAsTheEngineWouldFindThem(Engine engine) {
        var stock = Stocked.of(engine, folder)
                .with("CREATE TABLE \"Odd.\"\"Name\" (\"Id\" INTEGER)", "CREATE TABLE plain (id INTEGER)");

        assertThat(table(stock, "\"Odd.\"\"Name\"", "Id").result()).isEqualTo(ProbeResult.PASS);
        assertThat(table(stock, "PLAIN", "ID").result()).isEqualTo(ProbeResult.PASS);
        assertThat(table(stock, "plai_", "id").result()).isEqualTo(ProbeResult.FAIL);
        assertThat(table(stock, "\"odd.\"\"name\"", "id").result())
                .isEqualTo(engine == Engine.POSTGRESQL ? ProbeResult.FAIL : ProbeResult.PASS);
    }

    @ParameterizedTest
    @EnumSource
    void tablesAreConserved(Engine engine) {
        var stock = prices(engine);

        assertThat(stock.probe(new DataProbe.Conserved(NAME, 5, 5, 1)).result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(stock.probe(new DataProbe.Conserved(NAME, 5, 4, 1)))).containsExactly("not-conserved");
    }

    @ParameterizedTest
    @EnumSource
    void aPageOfTablesIsRemarkedAndTheSecondPathDecides(Engine engine) {
        var stock = Stocked.of(engine, folder);
        for (int i = 0; i < 50; i++) {
            stock.with("CREATE TABLE t" + i + " (id INTEGER)");
        }

        var seen = stock.probes(Access.READ).of(new Probe.Listing(NAME, 50)).getFirst();

        assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(seen)).containsExactly("page-size-count");
        assertThat(seen.attributes()).containsEntry("tables", "50").containsEntry("tables-second-path", "50");
    }

    @ParameterizedTest
    @EnumSource
    void aProbeOverItsBudgetIsNotMade(Engine engine) {
        var stock = prices(engine);
        var probe = new DataProbe.Query(NAME, "SELECT SUM(price) FROM prices", new Matcher.Equal("2.75"));

        var over = stock.probe(probe, within(new Probing.Budget(2L, null, null)));
        var enough = stock.probe(probe, within(new Probing.Budget(100_000L, null, null)));

        assertThat(over.result()).isEqualTo(ProbeResult.NOT_RUN);
        assertThat(over.summary()).contains("allowed are 2");
        assertThat(enough.result()).isEqualTo(ProbeResult.PASS);
        assertThat(enough.attributes()).containsKeys("estimated-bytes", "estimated-cost");
        assertThat(Long.parseLong(enough.attributes().get("estimated-rows"))).isGreaterThanOrEqualTo(3);
        assertThat(stock.probes(Access.READ)
                        .estimate(probe, new Probing.Budget(2L, null, null))
                        .result())
                .isEqualTo(ProbeResult.NOT_RUN);
    }

    private static Probing within(Probing.Budget budget) {
        return new Probing(0, Duration.ZERO, null, budget);
    }

    private static Observation table(Stocked stock, String table, String column) {
        return stock.probes(Access.READ)
                .of(new Probe.Table(NAME, table, List.of(column)))
                .getFirst();
    }

    private static DataProbe.TableState fresh(Duration oldest, @Nullable ZoneId zone) {
        return state(List.of(), new DataProbe.Freshness("seen", oldest, zone));
    }

    private static DataProbe.TableState state(List<String> unique, DataProbe.@Nullable Freshness freshness) {
        return new DataProbe.TableState(NAME, "prices", null, new TreeMap<>(), new TreeMap<>(), unique, freshness);
    }
}

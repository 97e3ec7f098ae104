package muster.probes.data;

import static muster.probes.data.Stocked.NAME;
import static muster.probes.data.Stocked.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import muster.audit.ProbeResult;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is true of one engine alone.
class EnginesTest {
    private static final String LONG = "p".repeat(70);

    @TempDir
    Path folder;

    @Test
    void aNameThatPostgresqlCutsIsNotFoundUnderItsWholeName() {
        var stock = Stocked.of(Engine.POSTGRESQL, folder).with("CREATE TABLE " + LONG + " (id INTEGER)");

        var seen = table(stock, LONG);

        assertThat(stock.tables()).containsExactly("p".repeat(63));
        assertThat(codes(seen)).containsExactly("unknown-table");
        assertThat(seen.summary()).endsWith("cuts that name to " + "p".repeat(63));
    }

    @Test
    void namesAreCutBetweenCharacters() {
        assertThat(Engine.POSTGRESQL.stored("\u00e4".repeat(40))).isEqualTo("\u00e4".repeat(31));
    }

    @Test
    void postgresqlTellsNamesOfDifferentCaseApart() {
        var stock = Stocked.of(Engine.POSTGRESQL, folder)
                .with("CREATE TABLE prices (id INTEGER)", "CREATE TABLE \"Prices\" (other INTEGER)");

        assertThat(table(stock, "Prices").attributes()).containsEntry("columns", "other");
        assertThat(table(stock, "PRICES").attributes()).containsEntry("columns", "id");
    }

    @Test
    void theSchemaThatIsLookedUpFirstDecidesAndOtherwiseItMustBeWritten() {
        for (var engine : List.of(Engine.POSTGRESQL, Engine.DUCKDB)) {
            var stock = Stocked.of(engine, folder)
                    .with(
                            "CREATE SCHEMA one",
                            "CREATE SCHEMA two",
                            "CREATE TABLE one.prices (id INTEGER)",
                            "CREATE TABLE two.prices (other INTEGER)");

            var ambiguous = table(stock, "prices");
            var written = table(stock, "two.prices");
            var home = table(stock.with("CREATE TABLE prices (home INTEGER)"), "prices");

            assertThat(ambiguous.result()).isEqualTo(ProbeResult.INCONCLUSIVE);
            assertThat(ambiguous.summary()).isEqualTo("prices may mean one.prices, two.prices");
            assertThat(written.attributes()).containsEntry("columns", "other");
            assertThat(home.attributes()).containsEntry("columns", "home");
        }
    }

    @Test
    void tablesThatARoleMayNotUseMakeTheTwoPathsDisagree() {
        var stock = Stocked.of(Engine.POSTGRESQL, folder)
                .with("CREATE ROLE guest NOLOGIN", "CREATE TABLE hidden (id INTEGER)");
        var guest = new TreeMap<String, DatabaseOpener>();
        guest.put(NAME, () -> {
            var connection = stock.opener(Access.READ).open();
            Databases.execute(connection, "SET ROLE guest");
            return connection;
        });

        var seen = new DataProbes(guest).of(new Probe.Listing(NAME, 1)).getFirst();

        assertThat(seen.result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(codes(seen)).containsExactly("paths-disagree");
    }

    @Test
    void sqliteTimesAreTextsOrNumbersAndNothingElse() {
        assertThat(times("'2026-03-04T06:30:00+02:00', '2026-03-04T05:00:00+01:00'")
                        .result())
                .isEqualTo(ProbeResult.PASS);
        assertThat(times("1772599800").result()).isEqualTo(ProbeResult.PASS);
        assertThat(times("1772599800000").result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(times("'now'"))).contains("unreadable-time");
        assertThat(codes(times("'2026-03-04T06:30:00+02:00', 'yesterday'"))).contains("unreadable-time");
        assertThat(codes(times("'2026-03-04T06:30:00+02:00', '2026-03-04'"))).contains("unreadable-time");
        assertThat(codes(times("'9999-12-31T00:00:00Z'"))).contains("in-the-future");
    }

    private Observation times(String values) {
        var stock = Stocked.of(Engine.SQLITE, folder)
                .with(
                        "DROP TABLE IF EXISTS t",
                        "CREATE TABLE t (seen)",
                        "INSERT INTO t VALUES (" + values.replace(", ", "), (") + ")");
        return stock.probe(new DataProbe.TableState(
                NAME,
                "t",
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                new DataProbe.Freshness("seen", Duration.ofHours(1), null)));
    }

    private static Observation table(Stocked stock, String table) {
        return stock.probes(Access.READ)
                .of(new Probe.Table(NAME, table, List.of()))
                .getFirst();
    }
}

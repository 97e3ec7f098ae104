package muster.probes;

import static muster.probes.Yard.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import muster.plan.Probe;
import muster.probes.data.DatabaseOpener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseProbesTest {
    @TempDir
    Path folder;

    private Yard yard;

    @BeforeEach
    void fill() throws Exception {
        yard = Yard.in(Files.createDirectory(folder.resolve("project")))
                .filledWith(
                        "CREATE TABLE \"odd \"\"name\" (id INTEGER)",
                        "CREATE TABLE prices (id INTEGER, close DOUBLE)",
                        "INSERT INTO prices VALUES (1, 2.5), (2, 3.5)",
                        "CREATE VIEW old_prices AS SELECT * FROM prices",
                        "CREATE TABLE _muster_probe_other (id INTEGER)");
    }

    @Test
    void aTableIsSeenByItsMetadataAndByItsRows() {
        var evidence = table("prices", List.of("ID", "close"));

        assertThat(evidence).extracting(Evidence::kind).containsExactly("table", "row-count");
        assertThat(evidence).extracting(Evidence::result).containsOnly(ProbeResult.PASS);
        assertThat(evidence.getLast().attributes()).containsEntry("rows", "2");
        assertThat(evidence.getFirst().expires()).isEqualTo(Yard.NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void aTableWithoutRowsProvesNothing() {
        var evidence = table("odd \"name", List.of());

        assertThat(evidence.getLast().result()).isEqualTo(ProbeResult.INCONCLUSIVE);
    }

    @Test
    void aMissingTableAndAMissingColumnAreToldApart() {
        assertThat(codes(table("price_", List.of()))).containsExactly("unknown-table price_");
        assertThat(codes(table("prices", List.of("id", "open")))).containsExactly("unknown-column prices");
    }

    @Test
    void tablesAreCountedByTwoPathsWithoutViews() {
        var right = yard.probe(new Probe.Listing("features", 3), AssuranceLevel.EXISTS)
                .getFirst();
        var wrong = yard.probe(new Probe.Listing("features", 4), AssuranceLevel.EXISTS);

        assertThat(right.result()).isEqualTo(ProbeResult.PASS);
        assertThat(right.attributes()).containsEntry("tables", "3").containsEntry("tables-second-path", "3");
        assertThat(codes(wrong)).containsExactly("count-differs features");
    }

    @Test
    void aScratchTableGoesRoundAndLeavesNothing() throws SQLException {
        var workspace = yard.workspace();

        var evidence = new Probes(workspace)
                .probe(Yard.expecting(new Probe.ScratchTable("features"), AssuranceLevel.SCRATCH_ROUND_TRIP), Yard.NOW);

        assertThat(evidence.getFirst().reached()).isEqualTo(AssuranceLevel.SCRATCH_ROUND_TRIP);
        assertThat(evidence.getFirst().attributes()).containsEntry("verbs", "create, insert, rename, read, drop");
        assertThat(evidence).extracting(Evidence::kind).containsExactly("scratch-table", "leftovers", "sweep");
        assertThat(tables(workspace)).containsExactlyInAnyOrder("odd \"name", "prices", "_muster_probe_other");
    }

    @Test
    void aDatabaseThatMayOnlyBeReadSaysWhichVerbFailed() {
        var url = "jdbc:sqlite:" + folder.resolve("read.db");
        var workspace = Workspace.of(yard.root()).withDatabase("features", DatabaseOpener.forScratch(() -> {
            DriverManager.getConnection(url).close();
            return DriverManager.getConnection(url + "?open_mode=1");
        }));

        var evidence = new Probes(workspace)
                .probe(Yard.expecting(new Probe.ScratchTable("features"), AssuranceLevel.SCRATCH_ROUND_TRIP), Yard.NOW);

        assertThat(evidence.getFirst().result()).isEqualTo(ProbeResult.FAIL);
        assertThat(codes(evidence)).containsExactly("cannot-create features");
        assertThat(evidence.getFirst().attributes()).containsEntry("verbs", "");
    }

    @Test
    void anotherDatabaseIsProbedAlike() {
        var url = "jdbc:sqlite:" + folder.resolve("other.db");
        var workspace = Workspace.of(yard.root()).withDatabase("features", DatabaseOpener.forScratch(() -> {
            var connection = DriverManager.getConnection(url);
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS prices (id INTEGER)");
            }
            return connection;
        }));
        var probes = new Probes(workspace);

        var scratch = probes.probe(
                Yard.expecting(new Probe.ScratchTable("features"), AssuranceLevel.SCRATCH_ROUND_TRIP), Yard.NOW);
        var listing = probes.probe(Yard.expecting(new Probe.Listing("features", 1), AssuranceLevel.EXISTS), Yard.NOW);

        assertThat(scratch).extracting(Evidence::result).containsOnly(ProbeResult.PASS);
        assertThat(listing).extracting(Evidence::result).containsOnly(ProbeResult.PASS);
    }

    @Test
    void whatIsNotConnectedIsNotRunAndWhatDoesNotAnswerIsAnError() {
        var workspace = Workspace.of(yard.root()).withDatabase("down", DatabaseOpener.forScratch(() -> {
            throw new SQLException("refused, password=hunter22");
        }));
        var probes = new Probes(workspace);

        var absent = probes.probe(Yard.expecting(new Probe.ScratchTable("other"), AssuranceLevel.EXISTS), Yard.NOW);
        var down = probes.probe(Yard.expecting(new Probe.ScratchTable("down"), AssuranceLevel.EXISTS), Yard.NOW);

        assertThat(absent.getFirst().result()).isEqualTo(ProbeResult.NOT_RUN);
        assertThat(down.getFirst().result()).isEqualTo(ProbeResult.ERROR);
        assertThat(down.getFirst().summary()).contains("refused").doesNotContain("hunter22");
    }

    private static List<String> tables(Workspace workspace) throws SQLException {
        try (var connection = workspace.databases().get("features").open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT table_name FROM duckdb_tables()")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private List<Evidence> table(String name, List<String> columns) {
        return yard.probe(new Probe.Table("features", name, columns), AssuranceLevel.REFERENCES_RESOLVE);
    }
}

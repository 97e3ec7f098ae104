package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import muster.packs.trino.TrinoAccess;
import muster.packs.trino.TrinoServer;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is Trino's own way.
class TrinoWaysTest {
    private static final String OLD = WarehouseContract.OLD;

    @TempDir
    Path folder;

    private Scratch empty() throws Exception {
        return new Scratch(folder, TrinoAccess.of(TrinoServer.schema(), Map.of()));
    }

    /// If the last line goes red, the engine's own checksum has become better.
    @Test
    void valuesThatHaveChangedPlacesChangeOurChecksumAndNotTheEnginesOwn() throws Exception {
        var scratch = Estates.covTables(empty(), OLD);
        var before = checksum(scratch);
        var own = scratch.rows("SELECT checksum(ROW(interval_time, val1)) FROM " + OLD);

        scratch.execute("UPDATE " + OLD + " SET val1 = 203 - val1 WHERE val1 IN (101, 102)");

        assertThat(checksum(scratch)).isNotEqualTo(before);
        assertThat(scratch.rows("SELECT checksum(ROW(interval_time, val1)) FROM " + OLD))
                .isEqualTo(own);
        scratch.execute("UPDATE " + OLD + " SET val1 = 203 - val1 WHERE val1 IN (101, 102)");
        assertThat(checksum(scratch)).isEqualTo(before);
    }

    private static List<String> checksum(Scratch scratch) throws Exception {
        try (var session = Session.open(scratch.access())) {
            return scratch.rows(
                    "SELECT %s FROM %s".formatted(session.dialect().checksum("interval_time", List.of("val1")), OLD));
        }
    }

    @Test
    void rowsAreTextsThatNoOtherRowLooksLike() throws Exception {
        var scratch = empty();
        var rows = List.of(
                "'x', 'y'", "'x,y', NULL", "NULL, 'x,y'", "'x\",\"y', NULL", "'', 'xy'", "'null', 'y'", "'x', NULL");

        try (var session = Session.open(scratch.access())) {
            var expression = session.dialect().checksum("k", List.of("a", "b"));
            var sums = rows.stream()
                    .map(row -> "SELECT %s FROM (VALUES (1, %s)) AS t(k, a, b)".formatted(expression, row))
                    .toList();

            assertThat(scratch.rows(String.join(" UNION ALL ", sums)))
                    .hasSameSizeAs(rows)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theMedianIsExact() throws Exception {
        var scratch = empty();
        try (var session = Session.open(scratch.access())) {
            var median = session.dialect().medianOfAbsolute("v");
            var query = "SELECT " + median + " FROM (VALUES %s) AS t(v)";

            assertThat(scratch.rows(query.formatted("-9, 1, 4"))).containsExactly("4.0");
            assertThat(scratch.rows(query.formatted("-9, 1, 4, NULL, 5"))).containsExactly("4.5");
            assertThat(scratch.rows(query.formatted("CAST(NULL AS DOUBLE)"))).containsExactly("null");
        }
    }

    @Test
    void aNameThatWouldBeRespelledIsNoTarget() throws Exception {
        var scratch = Estates.covTables(empty(), OLD);
        Files.writeString(folder.resolve("m.csv"), "old,new\n" + OLD + ",COV_lag_idx_audcad_audchf");

        var figures = Scratch.figures(scratch.perform("rename", "mapping=m.csv"));

        assertThat(figures).containsEntry("decisions", "1").containsEntry("renamed", "0");
        assertThat(scratch.rows("SELECT question FROM _muster_decision"))
                .containsExactly("COV_lag_idx_audcad_audchf would be kept in lower case");
    }

    @Test
    void aHundredTablesAreCountedInOneQuery() throws Exception {
        var scratch = Estates.covTables(empty(), OLD);
        var names = IntStream.range(0, Contents.TABLES_PER_QUERY)
                .mapToObj(each -> OLD)
                .toList();

        try (var session = Session.open(scratch.access())) {
            assertThat(session.query(session.dialect().rowCounts(names))).hasSize(names.size());
        }
    }

    @Test
    void variantsAreToldByTheData() throws Exception {
        var scratch = empty();
        var rows = IntStream.range(0, 12)
                .mapToObj("(TIMESTAMP '2025-01-01 00:%1$02d:00', DOUBLE '100' + %1$d)"::formatted)
                .toList();
        scratch.execute("CREATE TABLE %s AS SELECT * FROM (VALUES %s) AS t(interval_time, val1)"
                .formatted(Sql.identifier(OLD), String.join(", ", rows)));

        assertThat(Scratch.figures(scratch.perform("detect-variants"))).containsEntry("idx", "1");
        Scratch.figures(scratch.perform("detect-variants"));
        assertThat(scratch.rows("SELECT median FROM _muster_variant")).containsExactly("105.5");
    }

    /// Nine reads; every value has 8 bytes, and every copy the rows of its original.
    @Test
    void whatAGroupReadsIsEstimatedByTheStatisticsOfItsTables() throws Exception {
        var scratch = Estates.lagTables(empty());
        long one = 20 * 4 * 8;
        long other = 15 * 4 * 8;

        var figures = Scratch.figures(scratch.perform("cost", "of=consolidate", "price=bigquery-on-demand"));

        assertThat(figures)
                .containsEntry("bytes", Long.toString(4 * one + 4 * other + (20 + 15) * 8))
                .containsEntry("billed", Long.toString(9 * (10L << 20)));
        assertThat(scratch.perform("consolidate", "price=bigquery-on-demand", "batch-usd=0.0001"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).startsWith("over budget: lag_idx_eurusd"));
    }

    @Test
    void whatIsNotThereIsNoWarehouse() throws Exception {
        var address = TrinoServer.schema();

        assertThatThrownBy(() -> TrinoAccess.of(address + "x", Map.of()))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("no warehouse at trino://muster@127.0.0.1");
    }
}

package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.run.ActionResult;
import muster.storage.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PostgresWarehouseTest {
    @TempDir
    Path folder;

    private WarehouseAccess access;

    @BeforeEach
    void aDatabase() throws SQLException {
        var server = PostgresServer.shared();
        access = WarehouseCall.access(server.fresh(), Map.of("MUSTER_TEST_PASSWORD", server.password()));
    }

    @Test
    void theSeriesOfAFileIsTakenByCopy() throws Exception {
        Files.createDirectories(folder.resolve("real"));
        Files.writeString(folder.resolve("real/eurusd.csv"), """
                time,open,high,low,close,volume
                2025-01-01 00:01:00,1.1,1.3,1.0,1.25,7
                2025-01-01 00:00:00,1.0,1.2,0.9,1.1,
                """);
        var arguments = new TreeMap<>(
                Map.of("series", "files", "files", "real", "pairs", "eurusd", "families", "agg", "windows", "45,90"));

        var result = new WarehouseCall(access, NamingStandard.m008(), folder)
                .perform(
                        new WarehouseRequest("generate", "g", arguments, new WarehouseMode.Real()),
                        InstantSource.system(),
                        Progress.SILENT);

        assertThat(result).isInstanceOf(ActionResult.Succeeded.class);
        try (var session = Session.open(access)) {
            assertThat(session.query("SELECT interval_time, pair, close_idx, volume_idx FROM base_idx_eurusd"))
                    .extracting(row -> String.join("|", row.values()))
                    .containsExactly("2025-01-01 00:00:00|eurusd|1.1|0", "2025-01-01 00:01:00|eurusd|1.25|7");
        }
    }

    @Test
    void rowsThatWereNotEndedAreNotThereAndTheConnectionGoesOn() throws Exception {
        try (var session = Session.open(access)) {
            session.execute("CREATE TABLE t(a INTEGER, b TEXT)");
            var taking = Objects.requireNonNull(session.taking("t"));
            taking.take("1,one\n");
            taking.cancel();

            assertThat(session.one("SELECT count(*) FROM t").number(0)).isZero();
        }
    }

    @Test
    void aLineThatIsNoneIsRefusedWithAllOthers() throws Exception {
        try (var session = Session.open(access)) {
            session.execute("CREATE TABLE t(a INTEGER, b TEXT)");
            var taking = Objects.requireNonNull(session.taking("t"));
            taking.take("1,one\nno number,two\n");

            assertThatThrownBy(taking::end).isInstanceOf(SQLException.class).hasMessageContaining("no number");
            taking.cancel();
            assertThat(session.one("SELECT count(*) FROM t").number(0)).isZero();
        }
    }
}

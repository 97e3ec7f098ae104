package muster.packs.warehouse.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import muster.packs.warehouse.sql.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TurnsTest {
    @TempDir
    Path folder;

    private Turns turns;

    @BeforeEach
    void aFile() throws SQLException {
        turns = Turns.at(folder.resolve("a.duckdb"));
        try (var session = Session.open(turns.here())) {
            session.execute("CREATE TABLE t AS SELECT 1 AS one");
        }
    }

    @Test
    void theOtherProcessWaitsUntilThisOneHasLetTheFileGo() throws Exception {
        var asking = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var here = Session.open(turns.here());
            var apart = pool.submit(() -> {
                asking.countDown();
                try (var session = Session.open(turns.apart())) {
                    return session.one("SELECT one FROM t").number(0);
                }
            });
            asking.await();
            here.execute("UPDATE t SET one = 2");
            here.close();

            assertThat(apart.get()).isEqualTo(2);
        }
    }

    @Test
    void whoeverHasTheTurnOpensFurtherConnectionsAtOnce() throws Exception {
        try (var session = Session.open(turns.apart());
                var sibling = session.sibling();
                var third = Session.open(
                        Turns.at(folder.resolve("x").resolve("../a.duckdb")).apart())) {
            sibling.execute("UPDATE t SET one = 3");

            assertThat(third.one("SELECT one FROM t").number(0)).isEqualTo(3);
        }

        try (var session = Session.open(turns.here());
                var sibling = session.sibling()) {
            assertThat(sibling.one("SELECT one FROM t").number(0)).isEqualTo(3);
        }
    }

    @Test
    void anInterruptedWaitTakesNoTurn() throws Exception {
        try (var _ = Session.open(turns.apart())) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> turns.here().open())
                    .isInstanceOf(SQLException.class)
                    .hasMessage("interrupted while other work held the warehouse");
            assertThat(Thread.interrupted()).isTrue();
        }

        turns.here().open().close();
    }

    @Test
    void aConnectionThatCannotBeOpenedTakesNoTurn() throws Exception {
        var nowhere = Turns.at(folder.resolve("none/a.duckdb"));

        assertThatThrownBy(() -> nowhere.here().open()).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> nowhere.apart().open()).isInstanceOf(SQLException.class);
    }
}

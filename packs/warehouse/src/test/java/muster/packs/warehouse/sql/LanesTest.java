package muster.packs.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LanesTest {
    private static final List<Integer> ITEMS = IntStream.range(0, 100).boxed().toList();

    @TempDir
    Path folder;

    @Test
    void afterAnInterruptionNothingIsBegun() throws Exception {
        var begun = new ConcurrentSkipListSet<Integer>();
        var caller = Thread.currentThread();

        assertThatThrownBy(() -> Lanes.share(1, this::open, ITEMS, (_, item) -> {
                    begun.add(item);
                    caller.interrupt();
                    while (caller.isInterrupted() || caller.getState() == Thread.State.RUNNABLE) {
                        Thread.onSpinWait();
                    }
                }))
                .isInstanceOf(InterruptedException.class);

        assertThat(begun).containsExactly(0);
    }

    @Test
    void afterAFailureNothingIsBegun() {
        var begun = new ConcurrentSkipListSet<Integer>();

        assertThatThrownBy(() -> Lanes.share(1, this::open, ITEMS, (_, item) -> {
                    begun.add(item);
                    throw new SQLException("no");
                }))
                .hasMessage("no");

        assertThat(begun).containsExactly(0);
    }

    @Test
    void itemsWhoseOrderMattersAreDoneInItByTheSessionItself() throws Exception {
        var done = Collections.synchronizedList(new ArrayList<Integer>());
        try (var session = open()) {
            Lanes.small(session, Lanes.Order.KEPT, ITEMS, (lane, item) -> {
                assertThat(lane).isSameAs(session);
                done.add(item);
            });
        }

        assertThat(done).isEqualTo(ITEMS);
    }

    @Test
    void anInterruptionEndsItemsThatAreDoneInTurnToo() throws Exception {
        var begun = new ArrayList<Integer>();
        Lanes.Work<Integer> work = (_, item) -> {
            begun.add(item);
            Thread.currentThread().interrupt();
        };
        try (var session = open();
                var rehearsal = Session.rehearse(new DuckDbFile(folder.resolve("b.duckdb")), _ -> {})) {

            assertThatThrownBy(() -> Lanes.small(session, Lanes.Order.KEPT, ITEMS, work))
                    .isInstanceOf(InterruptedException.class)
                    .hasMessage("interrupted with 99 left");
            assertThatThrownBy(() -> Lanes.among(rehearsal, 2, ITEMS, work))
                    .isInstanceOf(InterruptedException.class)
                    .hasMessage("interrupted with 99 left");
        }

        assertThat(begun).containsExactly(0, 0);
    }

    @Test
    void aRehearsalHasItsOwnSessionAlone() throws Exception {
        var done = new ArrayList<Integer>();
        try (var rehearsal = Session.rehearse(new DuckDbFile(folder.resolve("a.duckdb")), _ -> {})) {
            Lanes.among(rehearsal, 2, ITEMS, (lane, item) -> {
                assertThat(lane).isSameAs(rehearsal);
                done.add(item);
            });
        }

        assertThat(done).isEqualTo(ITEMS);
    }

    private Session open() throws SQLException {
        return Session.open(new DuckDbFile(folder.resolve("a.duckdb")));
    }
}

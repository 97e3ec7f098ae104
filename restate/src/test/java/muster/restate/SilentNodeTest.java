package muster.restate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import muster.engines.JournalDispatch;
import muster.engines.SteadyDispatch;
import muster.engines.SystemClock;
import muster.engines.Told;
import muster.run.Command;
import muster.run.RunId;
import muster.storage.MemoryJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A node that takes every call and answers none, as a leader that has stopped to carry calls out.
@Timeout(30)
class SilentNodeTest {
    private static final RunId RUN = new RunId("r1");
    private static final Command REMARK = new Command.Note("remark", "{}");

    @Test
    void aWordIsToldInTheStoreAndNobodyWaitsForTheNodeAtTheEnd() throws Exception {
        var journal = new MemoryJournal();
        var said = new CopyOnWriteArrayList<String>();
        var taken = new ConcurrentLinkedQueue<Socket>();
        var terms = new SteadyDispatch.Terms(Duration.ofMillis(300), Duration.ofHours(1), said::add);
        try (var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> takeAll(door, taken));
            var node = URI.create("http://127.0.0.1:" + door.getLocalPort());
            try (var restate = new RestateDispatch(List.of(node), "muster", new SystemClock())) {
                var store = new JournalDispatch(journal, new SystemClock());

                var told = new SteadyDispatch(restate, store, terms)
                        .tell(RUN, REMARK, "k")
                        .join();

                assertThat(told).isEqualTo(new Told.Accepted(journal.told(RUN, "k")));
            }
            assertThat(said).hasSize(1);
            assertThat(taken).isNotEmpty();
        }
    }

    private static void takeAll(ServerSocket door, ConcurrentLinkedQueue<Socket> taken) {
        try {
            while (!door.isClosed()) {
                taken.add(door.accept());
            }
        } catch (IOException _) {
            // The test has ended.
        }
    }
}

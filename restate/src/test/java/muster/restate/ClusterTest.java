package muster.restate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import muster.engines.Dispatch;
import muster.engines.JournalDispatch;
import muster.engines.SteadyDispatch;
import muster.engines.SystemClock;
import muster.engines.Told;
import muster.run.Command;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.PostgresAddress;
import muster.storage.PostgresJournal;
import muster.storage.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Three real nodes that keep everything twice, and a worker: nodes and worker are killed under load. Each word gets an
/// answer, from the store if no node has one in time.
@Timeout(180)
class ClusterTest {
    private static final int RUNS = 6;
    private static final int SOME = 60;
    private static final int PATIENCE_SECONDS = 60;

    private final Semaphore acknowledged = new Semaphore(0);
    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<RunId, List<String>> keys = new TreeMap<>();

    @Test
    void whatIsAcknowledgedIsThereOnceWhenNodesAndTheWorkerAreKilled(@TempDir Path directory) throws Exception {
        var nodes = nodes(RestateNode.folder(directory));
        var postgres = PostgresServer.shared();
        var database = postgres.fresh();
        var environment = Map.of("MUSTER_TEST_PASSWORD", postgres.password());
        int port = RestateNode.freePort();
        try (var journal = PostgresJournal.open(PostgresAddress.of(database), environment)) {
            var processes =
                    new ArrayList<>(nodes.stream().map(RestateNode::launch).toList());
            nodes.forEach(RestateNode::await);
            var worker = WorkerProcess.start(database, port, environment);
            new RestateAdmin(nodes.getFirst().admin()).register(URI.create("http://127.0.0.1:" + port));
            var store = new JournalDispatch(journal, new SystemClock());
            try (var restate = new RestateDispatch(ingresses(nodes), "cluster", new SystemClock());
                    var tellers = Executors.newVirtualThreadPerTaskExecutor()) {
                var dispatch = new SteadyDispatch(restate, store, SteadyDispatch.Terms.usual(_ -> {}));
                var telling = IntStream.range(0, RUNS)
                        .mapToObj(i -> tellers.submit(() -> tellOn(dispatch, new RunId("run" + i))))
                        .toList();
                some();

                processes.get(1).destroyForcibly().waitFor();
                some();
                processes.set(1, nodes.get(1).launch());
                worker.destroyForcibly().waitFor();
                worker = WorkerProcess.start(database, port, environment);
                some();
                processes.get(0).destroyForcibly().waitFor();
                some();
                over.set(true);
                for (var teller : telling) {
                    teller.get();
                }
            } finally {
                over.set(true);
                worker.destroyForcibly();
                processes.forEach(Process::destroyForcibly);
            }

            keys.forEach((run, told) -> {
                var kept = journal.read(run, 0).stream().map(Recorded::command).toList();
                assertThat(kept).isEqualTo(told);
            });
            assertThat(journal.verify(ChainHead.NONE)).isInstanceOf(ChainCheck.ChainHolds.class);
        }
    }

    private void tellOn(Dispatch dispatch, RunId run) {
        var told = new CopyOnWriteArrayList<String>();
        synchronized (keys) {
            keys.put(run, told);
        }
        for (var i = 0; !over.get(); i++) {
            var answer =
                    dispatch.tell(run, new Command.Note("n", "{}"), "n" + i).join();
            assertThat(answer).isInstanceOfAny(Told.Accepted.class, Told.AlreadyTold.class);
            told.add("n" + i);
            acknowledged.release();
        }
    }

    /// Waits until some more commands are acknowledged.
    private void some() throws InterruptedException {
        acknowledged.drainPermits();
        assertThat(acknowledged.tryAcquire(SOME, PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isTrue();
    }

    private static List<RestateNode> nodes(Path folder) {
        var fabric = IntStream.range(0, 3)
                .mapToObj(_ -> RestateNode.freePort())
                .sorted()
                .toList();
        var nodes = new ArrayList<RestateNode>();
        for (var i = 0; i < fabric.size(); i++) {
            var peers = new ArrayList<>(fabric.subList(i, fabric.size()));
            peers.addAll(fabric.subList(0, i));
            nodes.add(RestateNode.in(folder.resolve("n" + i), peers));
        }
        return nodes;
    }

    private static List<URI> ingresses(List<RestateNode> nodes) {
        return nodes.stream().map(RestateNode::ingress).toList();
    }
}

package muster.restate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import muster.engines.Dispatch;
import muster.engines.JournalDispatch;
import muster.engines.SystemClock;
import muster.engines.Told;
import muster.run.Command;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.MemoryJournal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A worker ends for good with words under way, and another, at an address of its own, goes on. A real server.
@Timeout(60)
class TakeoverTest {
    private static final Command REMARK = new Command.Note("remark", "{}");
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final SystemClock CLOCK = new SystemClock();

    @TempDir
    static Path directory;

    private static RestateNode node;
    private static Process process;

    private final RunId run = new RunId("r" + RestateNode.freePort());
    private final String service = "of-" + run;
    private final MemoryJournal journal = new MemoryJournal();
    private final JournalDispatch store = new JournalDispatch(journal, CLOCK);
    private final RestateDispatch dispatch = new RestateDispatch(List.of(node.ingress()), service, CLOCK);
    private final RestateAdmin admin = new RestateAdmin(node.admin());
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() {
        node = RestateNode.in(RestateNode.folder(directory), List.of(RestateNode.freePort()));
        process = node.start();
    }

    @AfterAll
    static void stop() {
        process.destroyForcibly();
    }

    @AfterEach
    void close() {
        dispatch.close();
        store.close();
    }

    /// Nothing of it is written down in Restate, so it goes to whoever registers next.
    @Test
    void aWordThatWasUnderWayGoesToTheNextWorkerByItself() throws Exception {
        var stuck = new Stuck();
        var ended = worker(stuck);
        registered(ended);
        var underWay = dispatch.tell(run, REMARK, "k");
        stuck.reached().await();
        ended.close();

        try (var next = worker(store)) {
            registered(next);

            assertThat(underWay.get(30, TimeUnit.SECONDS)).isInstanceOf(Told.Accepted.class);
        }
    }

    /// How much of its time was left is written down in Restate, which ties it to the worker that ended.
    @Test
    void aTimerThatWasUnderWayIsTakenOver() throws Exception {
        var appended = new LinkedBlockingQueue<RunId>();
        var stuck = new Stuck();
        var ended = worker(stuck);
        registered(ended);
        dispatch.tellAt(run, Instant.now(), REMARK, "timer");
        stuck.reached().await();
        ended.close();

        try (var _ = journal.watch(appended::add);
                var next = worker(store);
                var _ = Takeover.begin(admin, registered(next), OFTEN, said::add)) {

            assertThat(appended.poll(30, TimeUnit.SECONDS)).isEqualTo(run);
            assertThat(dispatch.tell(run, REMARK, "k").get(30, TimeUnit.SECONDS))
                    .isInstanceOf(Told.Accepted.class);
        }
        assertThat(journal.read(run, 0)).extracting(Recorded::command).containsExactly("timer", "k");
        assertThat(said).containsExactly("words of a worker that does not answer are carried out here: 1");
    }

    @Test
    void aWorkerThatLivesTakesThePlaceOfTheOneThatRegisteredLast() throws Exception {
        try (var living = worker(store)) {
            var here = registered(living);
            var ended = worker(new Stuck());
            registered(ended);
            ended.close();

            try (var _ = Takeover.begin(admin, here, OFTEN, said::add)) {
                assertThat(dispatch.tell(run, REMARK, "k").get(30, TimeUnit.SECONDS))
                        .isInstanceOf(Told.Accepted.class);
                assertThat(dispatch.tell(new RunId("another"), REMARK, "k").get(5, TimeUnit.SECONDS))
                        .isInstanceOf(Told.Accepted.class);
            }
        }
    }

    private Registered registered(RestateWorker worker) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + worker.port());
        return new Registered(address, service, admin.register(address));
    }

    private RestateWorker worker(Dispatch runs) throws IOException {
        return RestateWorker.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), service, runs, CLOCK);
    }
}

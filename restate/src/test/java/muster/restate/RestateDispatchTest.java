package muster.restate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import muster.engines.Dispatch;
import muster.engines.JournalDispatch;
import muster.engines.RunClock;
import muster.engines.SystemClock;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.run.Command;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.JournalUnavailable;
import muster.storage.MemoryJournal;
import muster.storage.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the way through Restate adds: waiting for workers and stores, timers in real time, words that cannot be read.
@Timeout(60)
class RestateDispatchTest {
    private static final Command REMARK = new Command.Note("remark", "{}");

    @TempDir
    static Path directory;

    private static RestateNode node;
    private static Process process;

    private final int port = RestateNode.freePort();
    private final RunId run = new RunId("r" + port);
    private final String service = "s" + port;
    private final MemoryJournal journal = new MemoryJournal();
    private final RestateDispatch dispatch = new RestateDispatch(List.of(node.ingress()), service, new SystemClock());

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
    }

    @Test
    void aCommandIsToldAndItsEventsComeBack() throws Exception {
        try (var _ = worker(over(journal), new SystemClock())) {
            register();

            var first = dispatch.tell(run, REMARK, "k").join();
            var second = dispatch.tell(run, REMARK, "k").join();
            var approval = new Command.Approve(new GateId("go"), new AgentId("ann"), "fine");
            var refused = dispatch.tell(run, approval, "l").join();

            assertThat(first).isEqualTo(new Told.Accepted(journal.told(run, "k")));
            assertThat(second).isEqualTo(new Told.AlreadyTold(first));
            assertThat(refused).isInstanceOf(Told.Refused.class);
        }
    }

    @Test
    void aCommandWaitsUntilThereIsAWorkerAgain() throws Exception {
        try (var _ = worker(over(journal), new SystemClock())) {
            register();
        }

        var waiting = dispatch.tell(run, REMARK, "k");
        assertThat(journal.runs()).isEmpty();
        try (var _ = worker(over(journal), new SystemClock())) {
            assertThat(waiting.get(30, TimeUnit.SECONDS)).isInstanceOf(Told.Accepted.class);
        }
        assertThat(journal.read(run, 0)).extracting(Recorded::command).containsExactly("k");
    }

    @Test
    void aCommandIsToldAgainUntilTheStoreTakesIt() throws Exception {
        var refusals = new LinkedBlockingQueue<>(List.of("away", "still away"));
        var store = over(journal);
        Dispatch refusing = new Dispatch() {
            @Override
            public CompletableFuture<Told> tell(RunId run, Word word, String key) {
                var refusal = refusals.poll();
                return refusal == null
                        ? store.tell(run, word, key)
                        : CompletableFuture.failedFuture(
                                new JournalUnavailable(refusal, new IllegalStateException(refusal)));
            }

            @Override
            public void tellAt(RunId run, Instant at, Word word, String key) {
                store.tellAt(run, at, word, key);
            }
        };
        try (var _ = worker(refusing, new SystemClock())) {
            register();

            assertThat(dispatch.tell(run, REMARK, "k").join()).isInstanceOf(Told.Accepted.class);
            assertThat(refusals).isEmpty();
        }
    }

    @Test
    void aTimerIsKeptOnceAndToldWhenItIsDue() throws Exception {
        var appended = new LinkedBlockingQueue<RunId>();
        try (var _ = journal.watch(appended::add);
                var _ = worker(over(journal), new SystemClock())) {
            register();
            var due = Instant.now().plusMillis(300);

            dispatch.tellAt(run, due, REMARK, "timer");
            dispatch.tellAt(run, due.minusMillis(300), REMARK, "timer");

            assertThat(appended.poll(30, TimeUnit.SECONDS)).isEqualTo(run);
            assertThat(journal.read(run, 0).getFirst().at()).isAfterOrEqualTo(due);
        }
    }

    @Test
    void aTimerThatComesEarlyByTheClockOfTheWorkerIsSentAgain() throws Exception {
        var appended = new LinkedBlockingQueue<RunId>();
        var slow = new LateClock(Duration.ofMillis(500));
        try (var _ = journal.watch(appended::add);
                var _ = worker(new JournalDispatch(journal, slow), slow)) {
            register();
            var due = Instant.now().plusMillis(50);

            dispatch.tellAt(run, due, REMARK, "timer");

            assertThat(appended.poll(30, TimeUnit.SECONDS)).isEqualTo(run);
            assertThat(journal.read(run, 0).getFirst().at()).isAfterOrEqualTo(due);
        }
    }

    @Test
    void wordsThatCannotBeReadAreRefusedAtOnce() throws Exception {
        try (var _ = worker(over(journal), new SystemClock())) {
            register();
            var ingress = Ingress.of(List.of(node.ingress()));

            assertThatThrownBy(
                            () -> ingress.bring(new Ingress.Call("/" + service + "/" + run + "/tell", "nonsense", "")))
                    .isInstanceOf(JournalUnavailable.class)
                    .hasMessageContaining("not JSON");
        }
    }

    @Test
    void whatOneNodeDoesNotTakeIsBroughtToTheNext() throws Exception {
        var nobody = URI.create("http://127.0.0.1:" + RestateNode.freePort());
        try (var _ = worker(over(journal), new SystemClock());
                var other = new RestateDispatch(List.of(nobody, node.ingress()), service, new SystemClock())) {
            register();

            assertThat(other.tell(run, REMARK, "k").join()).isInstanceOf(Told.Accepted.class);
        }
    }

    @Test
    void anAnswerThatIsLostOnTheWayIsGivenTheSecondTime() throws Exception {
        try (var _ = worker(over(journal), new SystemClock());
                var door = Losing.answersOf(node.ingress());
                var other = new RestateDispatch(List.of(door.address()), service, new SystemClock())) {
            register();

            assertThat(other.tell(run, REMARK, "k").join()).isEqualTo(new Told.Accepted(journal.told(run, "k")));
            assertThat(door.calls()).isGreaterThan(1);
            assertThat(journal.read(run, 0)).hasSize(1);
        }
    }

    /// The word is at the old worker when that ends and a new one takes its address and registers.
    @Test
    void aNewWorkerTakesOverWhatTheOldOneHadUnderWay() throws Exception {
        var stuck = new Stuck();
        CompletableFuture<Told> underWay;
        try (var _ = worker(stuck, new SystemClock())) {
            register();
            underWay = dispatch.tell(run, REMARK, "k");
            stuck.reached().await();
        }
        try (var _ = worker(over(journal), new SystemClock())) {
            register();

            assertThat(dispatch.tell(new RunId("other" + port), REMARK, "k").join())
                    .isInstanceOf(Told.Accepted.class);
            assertThat(underWay.get(30, TimeUnit.SECONDS)).isInstanceOf(Told.Accepted.class);
        }
        assertThat(journal.read(run, 0)).hasSize(1);
    }

    /// The answer to what was under way comes from the old worker, whatever the new one does.
    @Test
    void aWorkerRegistersItselfElsewhereWhileCallsAreUnderWay() throws Exception {
        var reached = new CountDownLatch(1);
        var goOn = new CompletableFuture<Void>();
        var store = over(journal);
        Dispatch slow = new Dispatch() {
            @Override
            public CompletableFuture<Told> tell(RunId run, Word word, String key) {
                reached.countDown();
                return goOn.thenCompose(_ -> store.tell(run, word, key));
            }

            @Override
            public void tellAt(RunId run, Instant at, Word word, String key) {}
        };
        try (var _ = worker(slow, new SystemClock());
                var next = RestateWorker.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        service,
                        store,
                        new SystemClock())) {
            register();
            var underWay = dispatch.tell(run, REMARK, "k");
            reached.await();
            new RestateAdmin(node.admin()).register(URI.create("http://127.0.0.1:" + next.port()));

            assertThat(dispatch.tell(new RunId("other" + port), REMARK, "k").join())
                    .isInstanceOf(Told.Accepted.class);
            goOn.complete(null);

            assertThat(underWay.get(30, TimeUnit.SECONDS)).isInstanceOf(Told.Accepted.class);
        }
        assertThat(journal.read(run, 0)).hasSize(1);
    }

    @Test
    void aWordOfMegabytesIsBrought() throws Exception {
        var large = new Command.Note("large", "{\"text\":\"" + "x".repeat(6 << 20) + "\"}");
        try (var _ = worker(over(journal), new SystemClock())) {
            register();

            assertThat(dispatch.tell(run, large, "k").join()).isEqualTo(new Told.Accepted(journal.told(run, "k")));
        }
    }

    @Test
    void aWorkerThatIsNotThereIsNotRegistered() {
        assertThatThrownBy(this::register).isInstanceOf(IOException.class);
    }

    private static JournalDispatch over(MemoryJournal journal) {
        return new JournalDispatch(journal, new SystemClock());
    }

    private RestateWorker worker(Dispatch runs, RunClock clock) throws IOException {
        return RestateWorker.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), service, runs, clock);
    }

    private void register() throws IOException, InterruptedException {
        new RestateAdmin(node.admin()).register(URI.create("http://127.0.0.1:" + port));
    }

    /// The machine's time, but behind.
    private record LateClock(Duration behind) implements RunClock {
        @Override
        public Instant instant() {
            return Instant.now().minus(behind);
        }

        @Override
        public Duration until(Instant due) {
            var left = Duration.between(instant(), due);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }
}

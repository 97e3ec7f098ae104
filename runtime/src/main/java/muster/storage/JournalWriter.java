package muster.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The one writer of a journal in this process: a thread that commits whatever waits as one transaction, so that many
/// runs share one flush of the disk. Where nothing else waits, the caller writes itself. After any exception of the
/// database it closes its connection and writes the same
/// again through a fresh one, which the keys of commands make safe; only then are callers told.
final class JournalWriter implements AutoCloseable {
    /// Most batches in one transaction; more only delays the first of them.
    private static final int MOST_TOGETHER = 256;

    /// Queries that may go over the writer's connection: a process that tells one command needs no second one, and one
    /// that goes on would only keep its writer waiting.
    private static final int FIRST_QUERIES = 16;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Dialect dialect;
    private final Queue<Request> queue = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    /// Held by whoever writes.
    private final ReentrantLock pen = new ReentrantLock();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Gathering gathering = new Gathering();
    private final AtomicInteger queries = new AtomicInteger();
    private @Nullable JournalAppender appender;
    private volatile boolean closed;

    JournalWriter(Dialect dialect) throws SQLException {
        this.dialect = dialect;
        this.appender = new JournalAppender(dialect);
        this.thread = Thread.ofPlatform().daemon().name("journal-writer").unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    AppendOutcome append(Batch batch) {
        var append = new Append(Draft.of(batch), new CompletableFuture<>());
        send(append);
        return answer(append.outcome(), "append to run " + batch.run());
    }

    void keep(Message message) {
        var keep = new Keep(message, new CompletableFuture<>());
        send(keep);
        answer(keep.kept(), "keep a message for run " + message.run());
    }

    /// What a query found on the connection of the writer.
    record Found<T extends @Nullable Object>(T answer) {}

    /// Answers one of the first queries if nothing is being written; null if another connection has to be asked.
    <T extends @Nullable Object> @Nullable Found<T> first(Dialect.Query<T> query) throws SQLException {
        if (queries.get() >= FIRST_QUERIES || !pen.tryLock()) {
            return null;
        }
        try {
            queries.incrementAndGet();
            return new Found<>(open().read(dialect, query));
        } catch (SQLException | RuntimeException e) {
            drop();
            throw e;
        } finally {
            pen.unlock();
        }
    }

    private <T> T answer(CompletableFuture<T> future, String what) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw JournalUnavailable.because("the journal could not " + what, e.getCause());
        } finally {
            waiting.decrementAndGet();
        }
    }

    @Override
    public void close() {
        stop();
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Request request) {
        var others = waiting.getAndIncrement();
        accept(request);
        var enough = gathering.come();
        if (others > 0 || !gathering.isLone() || dialect.lone() == Dialect.Lone.WRITER || !pen.tryLock()) {
            if (enough) {
                LockSupport.unpark(thread);
            }
            return;
        }
        try {
            write(taken());
        } finally {
            pen.unlock();
        }
        if (!queue.isEmpty()) {
            LockSupport.unpark(thread);
        }
    }

    private synchronized void accept(Request request) {
        if (closed) {
            request.fail(new SQLException("the journal is closed"));
        } else {
            queue.add(request);
        }
    }

    /// Nothing is accepted from here on, so nobody waits for a thread that is gone.
    private synchronized void stop() {
        closed = true;
    }

    private void work() {
        while (!closed || !queue.isEmpty()) {
            if (queue.isEmpty()) {
                LockSupport.park(this);
            } else {
                gathering.await();
                holding(() -> write(taken()));
            }
        }
        holding(this::drop);
    }

    private void holding(Runnable work) {
        pen.lock();
        try {
            work.run();
        } finally {
            pen.unlock();
        }
    }

    private List<Request> taken() {
        var together = new ArrayList<Request>();
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            together.add(next);
            if (together.size() == MOST_TOGETHER) {
                break;
            }
        }
        gathering.taken(together.size());
        return together;
    }

    private void write(List<Request> all) {
        if (all.isEmpty()) {
            return;
        }
        var begun = System.nanoTime();
        var trouble = attempt(all, JournalAppender.Turn.FIRST);
        gathering.committed(all.size(), System.nanoTime() - begun);
        var giveUp = System.nanoTime() + dialect.patience().toNanos();
        for (var last = false; trouble != null && !last; ) {
            last = !Trouble.passes(trouble) || System.nanoTime() >= giveUp;
            trouble = attempt(all, JournalAppender.Turn.AGAIN);
            pause(trouble, last);
        }
        if (trouble != null) {
            alone(all, trouble);
        }
    }

    /// A request that the database refuses does not take the others with it.
    private void alone(List<Request> all, Exception trouble) {
        if (all.size() == 1) {
            all.getFirst().fail(trouble);
            return;
        }
        for (var each : all) {
            var why = attempt(List.of(each), JournalAppender.Turn.AGAIN);
            if (why != null) {
                each.fail(why);
            }
        }
    }

    /// What went wrong; null if all was written and answered.
    private @Nullable Exception attempt(List<Request> all, JournalAppender.Turn turn) {
        try {
            var outcomes = open().write(all, turn).iterator();
            all.forEach(each -> each.written(outcomes));
            return null;
        } catch (SQLException | RuntimeException e) {
            drop();
            return e;
        }
    }

    private static void pause(@Nullable Exception trouble, boolean last) {
        if (trouble == null || last) {
            return;
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JournalAppender open() throws SQLException {
        var present = appender;
        if (present == null) {
            present = new JournalAppender(dialect);
            appender = present;
        }
        return present;
    }

    private void drop() {
        var closing = appender;
        appender = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (SQLException e) {
            // The connection is given up in any case; what made it fail was reported with the write.
        }
    }

    /// Something that the writer does, one after the other.
    sealed interface Request {
        /// It is durable.
        ///
        /// @param outcomes of the appends from here on
        void written(Iterator<AppendOutcome> outcomes);

        void fail(Exception why);
    }

    /// A batch whose caller waits for the outcome.
    record Append(Draft draft, CompletableFuture<AppendOutcome> outcome) implements Request {
        @Override
        public void written(Iterator<AppendOutcome> outcomes) {
            outcome.complete(outcomes.next());
        }

        @Override
        public void fail(Exception why) {
            outcome.completeExceptionally(why);
        }
    }

    /// A message whose sender waits until it is kept.
    record Keep(Message message, CompletableFuture<Boolean> kept) implements Request {
        @Override
        public void written(Iterator<AppendOutcome> outcomes) {
            kept.complete(true);
        }

        @Override
        public void fail(Exception why) {
            kept.completeExceptionally(why);
        }
    }
}

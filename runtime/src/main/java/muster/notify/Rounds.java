package muster.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import muster.run.RunId;
import muster.storage.Journal;
import muster.storage.JournalUnavailable;
import org.jspecify.annotations.Nullable;

/// Has a courier go its rounds as long as a process lives. What it cannot do, such as while a database is away, it does
/// in a later round.
public final class Rounds implements AutoCloseable {
    /// Longest time between two rounds, in which what other processes keep may come due.
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// Longest time of the last round.
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Courier courier;
    private final InstantSource clock;
    private final Set<RunId> news = ConcurrentHashMap.newKeySet();
    private final Semaphore bell = new Semaphore(0);
    private final Journal.Watch watch;
    private final Thread thread;
    private volatile boolean closed;

    private Rounds(Courier courier, Journal journal, InstantSource clock) {
        this.courier = courier;
        this.clock = clock;
        this.watch = journal.watch(this::ring);
        news.addAll(journal.runs());
        this.thread = Thread.ofVirtual().name("notices").unstarted(this::work);
    }

    /// Begins with what happened before.
    public static Rounds begin(Courier courier, Journal journal, InstantSource clock) {
        var rounds = new Rounds(courier, journal, clock);
        rounds.thread.start();
        return rounds;
    }

    private void ring(RunId run) {
        news.add(run);
        bell.release();
    }

    private void work() {
        try {
            for (var last = false; !last; ) {
                last = closed;
                var rest = round() ? rest() : LOOK;
                if (!last && bell.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /// False if the store is away.
    private boolean round() throws InterruptedException {
        try {
            for (var run : Set.copyOf(news)) {
                news.remove(run);
                collect(run);
            }
            courier.deliver();
            return true;
        } catch (JournalUnavailable e) {
            return false;
        }
    }

    private void collect(RunId run) {
        try {
            courier.collect(run);
        } catch (JournalUnavailable e) {
            news.add(run);
            throw e;
        }
    }

    private Duration rest() {
        try {
            @Nullable Instant due = courier.nextDue();
            var left = due == null ? LOOK : Duration.between(clock.instant(), due);
            return left.compareTo(LOOK) < 0 ? left : LOOK;
        } catch (JournalUnavailable e) {
            return LOOK;
        }
    }

    /// Goes one last round.
    @Override
    public void close() {
        watch.close();
        closed = true;
        bell.release();
        try {
            if (!thread.join(GRACE)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}

package muster.engines;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import muster.storage.Journal;
import muster.storage.JournalUnavailable;
import muster.storage.Message;
import org.jspecify.annotations.Nullable;

/// Tells the messages of a journal when they are due. It looks at the clock and never moves it.
final class Deliveries implements AutoCloseable {
    /// Messages that are taken at one time, so that other servers get some too.
    private static final int MOST = 64;

    /// How often to look for timers that other processes set.
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Journal journal;
    private final InstantSource clock;
    private final Consumer<Message> teller;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean closed;
    private @Nullable Thread thread;

    Deliveries(Journal journal, InstantSource clock, Consumer<Message> teller) {
        this.journal = journal;
        this.clock = clock;
        this.teller = teller;
    }

    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("deliveries").start(this::work);
        }
    }

    /// There may be a message that is due earlier than those before.
    void look() {
        news.release();
    }

    /// Tells all that is due now.
    int deliver() {
        var all = 0;
        for (var told = MOST; told == MOST; all += told) {
            told = journal.deliver(clock.instant(), MOST, teller);
        }
        return all;
    }

    private void work() {
        try {
            while (!closed) {
                var rest = delivered() ? rest() : LOOK;
                if (news.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /// What cannot be told now is kept and told later.
    private boolean delivered() {
        try {
            deliver();
            return true;
        } catch (JournalUnavailable | CompletionException e) {
            return false;
        }
    }

    private Duration rest() {
        try {
            var due = journal.nextDue();
            return due == null ? LOOK : shorter(Duration.between(clock.instant(), due));
        } catch (JournalUnavailable e) {
            return LOOK;
        }
    }

    private static Duration shorter(Duration left) {
        return left.compareTo(LOOK) > 0 ? LOOK : left;
    }

    @Override
    public void close() {
        closed = true;
        news.release();
        try {
            var running = thread;
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package muster.engines;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Something that is done again and again as long as a process lives: after each round it rests as long as that
/// says, or until somebody rings.
public final class Rounds implements AutoCloseable {
    /// Longest time of the round under way when it is closed.
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Round round;
    private final End end;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    private Rounds(String name, End end, Round round) {
        this.round = round;
        this.end = end;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::work);
    }

    /// One round.
    @FunctionalInterface
    public interface Round {
        /// Goes it, and says how long to rest at most.
        Duration go() throws InterruptedException;
    }

    /// How it ends.
    public enum End {
        /// With one more round, for what came since the last.
        LAST_ROUND,
        /// In the middle of the round under way.
        AT_ONCE
    }

    /// Begins at once.
    public static Rounds begin(String name, End end, Round round) {
        var rounds = new Rounds(name, end, round);
        rounds.thread.start();
        return rounds;
    }

    /// There is something to do.
    public void ring() {
        bell.release();
    }

    private void work() {
        try {
            for (var last = false; !last; ) {
                last = closed;
                var rest = round.go();
                if (!last && bell.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        ring();
        try {
            if (end == End.AT_ONCE || !thread.join(GRACE)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}

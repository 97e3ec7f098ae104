package muster.storage;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// How long a commit waits for more to commit. Those who were answered together mostly come again at once; a commit for
/// the first of them alone would make the others wait for a second one. Whoever is alone waits for nobody. Source of
/// the idea: `commit_delay` and `commit_siblings` of PostgreSQL.
final class Gathering {
    /// Of the time that the last commit took, so that it never costs more than it may spare.
    private static final int PART = 4;

    private static final long LONGEST_NANOS = 500_000;

    private final AtomicInteger queued = new AtomicInteger();
    private volatile int expected = 1;
    private volatile int together = 1;
    private volatile long took;

    /// One more waits. True if so many wait that whoever commits has to wake up.
    boolean come() {
        return queued.incrementAndGet() >= expected;
    }

    /// So many do not wait any more, as they are being committed.
    void taken(int count) {
        queued.addAndGet(-count);
    }

    /// So many were committed together.
    void committed(int count, long nanos) {
        together = count;
        took = nanos;
    }

    /// True if the last commit was for one alone.
    boolean isLone() {
        return together < 2;
    }

    /// Waits until as many are there as were committed together last, but only for a moment.
    void await() {
        if (isLone()) {
            return;
        }
        expected = together;
        var end = System.nanoTime() + Math.min(took / PART, LONGEST_NANOS);
        for (var left = end - System.nanoTime(); left > 0 && queued.get() < expected; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
        expected = 1;
    }
}

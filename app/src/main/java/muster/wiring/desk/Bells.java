package muster.wiring.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import muster.run.RunId;
import muster.storage.Journal;
import org.jspecify.annotations.Nullable;

/// Wakes whoever waits for news of a run. One watch of the journal serves all of them, so that a thousand who wait on
/// virtual threads hold no other thread.
final class Bells implements AutoCloseable {
    private final Journal journal;
    private final Map<RunId, Set<Semaphore>> waiting = new ConcurrentHashMap<>();
    private Journal.@Nullable Watch watch;

    Bells(Journal journal) {
        this.journal = journal;
    }

    /// From here on no news of the run is missed.
    Bell of(RunId run) {
        var rung = new Semaphore(0);
        waiting.computeIfAbsent(run, _ -> ConcurrentHashMap.newKeySet()).add(rung);
        watch();
        return new Bell(rung, () -> waiting.computeIfPresent(run, (_, all) -> without(all, rung)));
    }

    private static @Nullable Set<Semaphore> without(Set<Semaphore> all, Semaphore one) {
        all.remove(one);
        return all.isEmpty() ? null : all;
    }

    private synchronized void watch() {
        if (watch == null) {
            watch = journal.watch(run -> waiting.getOrDefault(run, Set.of()).forEach(Semaphore::release));
        }
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
        }
    }

    /// Rings when there may be news.
    record Bell(Semaphore rung, Runnable leave) implements AutoCloseable {
        /// Waits for it; false if it did not ring in this time.
        boolean await(Duration most) throws InterruptedException {
            boolean rang = rung.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
            rung.drainPermits();
            return rang;
        }

        @Override
        public void close() {
            leave.run();
        }
    }
}

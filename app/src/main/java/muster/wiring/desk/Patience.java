package muster.wiring.desk;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import muster.desk.WrongField;
import muster.run.RunId;
import muster.storage.Journal;

/// How long somebody waits for news of a run. A thread of its own waits; on a virtual one that costs nothing.
///
/// @param most how long at most; zero to take it as it is
record Patience(Duration most) {
    /// Longer waits are cut off by what lies between a client and a server.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// How often it is looked again although nothing was appended: clocks make steps ready, too.
    private static final Duration OFTEN = Duration.ofSeconds(2);

    static Patience of(Duration most) {
        if (most.isNegative() || most.compareTo(LONGEST) > 0) {
            throw new WrongField("'wait' takes up to " + LONGEST + ", got " + most);
        }
        return new Patience(most);
    }

    /// From here on nothing is missed.
    News news(Journal journal, RunId run) {
        var bell = new Semaphore(0);
        return most.isZero()
                ? new News(bell, () -> {}, 0)
                : new News(
                        bell,
                        journal.watch(moved -> {
                            if (moved.equals(run)) {
                                bell.release();
                            }
                        }),
                        System.nanoTime() + most.toNanos());
    }

    /// What comes of a run.
    record News(Semaphore bell, Journal.Watch watch, long until) implements AutoCloseable {
        /// Waits until there may be some; false once the time is over.
        boolean await() throws InterruptedException {
            var left = until - System.nanoTime();
            if (until == 0 || left <= 0) {
                return false;
            }
            bell.tryAcquire(Math.min(left, OFTEN.toNanos()), TimeUnit.NANOSECONDS);
            bell.drainPermits();
            return true;
        }

        @Override
        public void close() {
            watch.close();
        }
    }
}

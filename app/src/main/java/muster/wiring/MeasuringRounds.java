package muster.wiring;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import muster.storage.JournalUnavailable;

/// Measures again and again as long as a process lives.
public final class MeasuringRounds implements AutoCloseable {
    /// Longest time between two rounds: gates open meanwhile.
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Measuring measuring;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private MeasuringRounds(Measuring measuring, InstantSource clock) {
        this.measuring = measuring;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("metrics").unstarted(this::work);
    }

    /// Begins at once.
    public static MeasuringRounds begin(Measuring measuring, InstantSource clock) {
        var rounds = new MeasuringRounds(measuring, clock);
        rounds.thread.start();
        return rounds;
    }

    private void work() {
        try {
            var rest = round();
            while (!closed.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                rest = round();
            }
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    /// What cannot be done now is done in a later round.
    private Duration round() throws InterruptedException {
        try {
            var left = Duration.between(clock.instant(), measuring.round(_ -> {}));
            return left.compareTo(LOOK) < 0 ? left : LOOK;
        } catch (IOException | JournalUnavailable e) {
            return LOOK;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

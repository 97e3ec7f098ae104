package muster.wiring;

import java.io.IOException;
import java.util.function.Supplier;

/// Does something again each time the watched things have changed, until it is interrupted.
public final class Watching {

    /// What is done.
    @FunctionalInterface
    public interface Round {
        /// Once.
        void make() throws IOException, InterruptedException;
    }

    /// Waits before it is looked again.
    @FunctionalInterface
    public interface Pause {
        /// Returns when it is time.
        void await() throws InterruptedException;
    }

    private final Supplier<String> fingerprint;
    private final Pause pause;

    /// @param fingerprint a text that differs once something has changed
    public Watching(Supplier<String> fingerprint, Pause pause) {
        this.fingerprint = fingerprint;
        this.pause = pause;
    }

    /// The first round at once; what changes during a round brings about the next.
    ///
    /// @throws InterruptedException when it is to end
    public void rounds(Round round) throws IOException, InterruptedException {
        while (true) {
            var before = fingerprint.get();
            round.make();
            do {
                pause.await();
            } while (fingerprint.get().equals(before));
        }
    }
}

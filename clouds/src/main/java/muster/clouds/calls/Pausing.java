package muster.clouds.calls;

import java.time.Duration;

/// Time as it passes while a service is asked.
public interface Pausing {

    /// Since some fixed moment.
    Duration elapsed();

    void pause(Duration time) throws InterruptedException;

    /// The machine's time.
    static Pausing real() {
        return new Pausing() {
            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime());
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }
        };
    }
}

package muster.actions;

import java.time.Duration;

/// Waits between two sendings.
@FunctionalInterface
public interface Pause {
    /// Until the time is over.
    void during(Duration time) throws InterruptedException;
}

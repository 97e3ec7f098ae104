package muster.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// A time that never waits: asked how long until an instant, it jumps there. For demonstrations and tests.
public final class SimulatedClock implements RunClock {
    private final AtomicReference<Instant> present;

    /// Begins at an instant.
    public SimulatedClock(Instant start) {
        this.present = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return present.get();
    }

    @Override
    public Duration until(Instant due) {
        present.accumulateAndGet(due, (now, then) -> then.isAfter(now) ? then : now);
        return Duration.ZERO;
    }

    /// Moves on by a span.
    public void advance(Duration span) {
        present.updateAndGet(now -> now.plus(span));
    }
}

package muster.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until the test moves it, also backwards.
public final class HandClock implements RunClock {
    /// What it shows first.
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final AtomicReference<Instant> present = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return present.get();
    }

    @Override
    public Duration until(Instant due) {
        var left = Duration.between(instant(), due);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// Moves it by a span, which may be negative.
    public void move(Duration span) {
        present.updateAndGet(now -> now.plus(span));
    }
}

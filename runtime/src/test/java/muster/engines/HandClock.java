package muster.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until the test moves it, also backwards.
final class HandClock implements RunClock {
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

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

    void move(Duration span) {
        present.updateAndGet(now -> now.plus(span));
    }
}

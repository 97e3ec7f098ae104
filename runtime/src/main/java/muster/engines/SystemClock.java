package muster.engines;

import java.time.Duration;
import java.time.Instant;

/// The time of the machine.
public final class SystemClock implements RunClock {

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public Duration until(Instant due) {
        var left = Duration.between(instant(), due);
        return left.isNegative() ? Duration.ZERO : left;
    }
}

package muster.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long to wait before something is tried again: twice as long each time, half of it at random, so that those who
/// wait for the same receiver do not come together. Source: M. Brooker, "Exponential Backoff and Jitter", AWS
/// Architecture Blog, 2015 ("equal jitter").
record BackOff(RandomGenerator random) {
    /// Attempts after which a receiver counts as gone: together about three hours.
    static final int MOST_ATTEMPTS = 12;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    /// @param attempts that have failed, from 1
    /// @param least what the receiver asks for
    /// @return null if it is not tried any more
    @Nullable
    Duration after(int attempts, Duration least) {
        if (attempts >= MOST_ATTEMPTS) {
            return null;
        }
        var doubled = FIRST.multipliedBy(1L << (attempts - 1));
        var half = (doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled).dividedBy(2);
        var wait = half.plusMillis(random.nextLong(half.toMillis() + 1));
        return wait.compareTo(least) < 0 ? least : wait;
    }
}

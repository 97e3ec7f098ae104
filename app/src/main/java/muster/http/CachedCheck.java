package muster.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Answers with the last result as long as it is fresh. Who asks while an audit runs waits for that one.
public final class CachedCheck implements HealthCheck {
    private final HealthCheck check;
    private final Duration fresh;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Health last;
    private Instant at = Instant.MIN;

    /// @param fresh how long a result is given again
    public CachedCheck(HealthCheck check, Duration fresh, InstantSource clock) {
        this.check = check;
        this.fresh = fresh;
        this.clock = clock;
    }

    @Override
    public Health check() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            var known = last;
            if (known != null && clock.instant().isBefore(at.plus(fresh))) {
                return known;
            }
            var seen = check.check();
            last = seen;
            at = clock.instant();
            return seen;
        } finally {
            lock.unlock();
        }
    }
}

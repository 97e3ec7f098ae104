package muster.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How many requests a token may make in a minute; what it did not make in the last ten seconds it may make at once.
/// Source: the generic cell rate algorithm, ITU-T I.371: one number a token, the time by which it has had its share.
///
/// @param perMinute 0 for no limit
/// @param nanos a clock that never goes back
record RateLimit(int perMinute, LongSupplier nanos, Map<String, Long> shares) {
    private static final Duration BURST = Duration.ofSeconds(10);

    RateLimit(int perMinute, LongSupplier nanos) {
        this(perMinute, nanos, new ConcurrentHashMap<>());
    }

    /// Nothing if the token may ask now.
    ///
    /// @param token its name
    void check(String token) {
        if (perMinute == 0) {
            return;
        }
        var now = nanos.getAsLong();
        var step = Duration.ofMinutes(1).toNanos() / perMinute;
        var early = new AtomicLong();
        shares.compute(token, (_, had) -> {
            var next = (had == null || had - now < 0 ? now : had) + step;
            early.set(next - now - Math.max(step, BURST.toNanos()));
            return early.get() > 0 ? had : Long.valueOf(next);
        });
        if (early.get() > 0) {
            throw Halt.later(Duration.ofNanos(early.get()));
        }
    }
}

package muster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    /// Clocks of this kind begin anywhere.
    private final AtomicLong now = new AtomicLong(-7);

    @Test
    void aTokenMayAskAtOnceForTenSecondsAndThenAsOftenAsItsShareSays() {
        var limit = new RateLimit(60, now::get);

        for (var each = 0; each < 10; each++) {
            limit.check("ann");
        }
        var halt = catchThrowableOfType(Halt.class, () -> limit.check("ann"));
        assertThat(halt.answer().status()).isEqualTo(429);
        assertThat(halt.answer().headers()).containsEntry("Retry-After", "1");
        assertThatCode(() -> limit.check("bob")).doesNotThrowAnyException();

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        limit.check("ann");
        assertThat(catchThrowableOfType(Halt.class, () -> limit.check("ann"))).isNotNull();
    }

    @Test
    void whatIsRefusedCostsNothing() {
        var limit = new RateLimit(6, now::get);
        limit.check("ann");

        for (var each = 0; each < 100; each++) {
            assertThat(catchThrowableOfType(Halt.class, () -> limit.check("ann")))
                    .isNotNull();
        }
        now.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThatCode(() -> limit.check("ann")).doesNotThrowAnyException();
    }

    @Test
    void zeroIsNoLimit() {
        var limit = new RateLimit(0, now::get);

        for (var each = 0; each < 1000; each++) {
            limit.check("ann");
        }
    }
}

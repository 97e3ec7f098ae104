package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// A clock set back to the directive's day; the real one is moved by hand.
class DemoClockTest {
    private static final Instant REAL = Instant.parse("2030-06-01T12:00:00Z");

    private final AtomicReference<Instant> real = new AtomicReference<>(REAL);
    private final DemoClock clock = new DemoClock(Demo.DIRECTED, REAL, real::get);

    @Test
    void itGoesOnAtThePaceOfRealTime() {
        assertThat(clock.instant()).isEqualTo(Demo.DIRECTED);

        real.set(REAL.plusSeconds(90));

        assertThat(clock.instant()).isEqualTo(Demo.DIRECTED.plusSeconds(90));
    }

    @Test
    void theWaitUntilAnInstantIsMeasuredInItsOwnTimeAndNeverNegative() {
        assertThat(clock.until(Demo.DIRECTED.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(clock.until(Demo.DIRECTED.minusSeconds(5))).isEqualTo(Duration.ZERO);
    }
}

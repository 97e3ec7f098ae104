package muster.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import muster.engines.RunClock;

/// A clock that was set to an instant and goes on at the pace of real time.
///
/// @param set what it showed when it was set
/// @param at what the real clock showed then
record DemoClock(Instant set, Instant at, InstantSource real) implements RunClock {

    static DemoClock setTo(Instant instant) {
        var real = InstantSource.system();
        return new DemoClock(instant, real.instant(), real);
    }

    @Override
    public Instant instant() {
        return set.plus(Duration.between(at, real.instant())).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Duration until(Instant due) {
        var wait = Duration.between(instant(), due);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}

package muster.engines;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time that a run goes by.
public interface RunClock extends InstantSource {

    /// How long to wait, in real time, until an instant of this clock; zero if it has come.
    Duration until(Instant due);
}

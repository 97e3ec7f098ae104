package muster.clouds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import muster.clouds.calls.Pausing;
import muster.clouds.calls.Retries;

/// Time that passes only while somebody pauses.
public final class HandMovedTime implements Pausing {
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public Duration elapsed() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void pause(Duration time) {
        pauses.add(time);
    }

    public List<Duration> pauses() {
        return pauses;
    }

    /// A minute for all tries, and a second for each.
    public Retries retries() {
        return new Retries(Duration.ofSeconds(60), Duration.ofSeconds(2), this, new Random(7));
    }
}

package muster.packs.bigquery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps changes of one name below the quota: the quota hangs on the name, also after the table was dropped or renamed.
///
/// Source: "Maximum rate of table metadata update operations", cloud.google.com/bigquery/quotas.
final class Pace {
    private final int most;
    private final Duration window;
    private final InstantSource clock;
    private final Waiting waiting;
    private final Map<String, Deque<Instant>> changes = new HashMap<>();

    /// @param most changes of one name within the window
    Pace(int most, Duration window, InstantSource clock, Waiting waiting) {
        this.most = most;
        this.window = window;
        this.clock = clock;
        this.waiting = waiting;
    }

    /// Waits until all these names may be changed once more, and counts that change.
    void change(List<String> names) throws InterruptedException {
        for (var name : names) {
            change(changes.computeIfAbsent(name, _ -> new ArrayDeque<>()));
        }
    }

    private void change(Deque<Instant> times) throws InterruptedException {
        if (times.size() == most) {
            var wait = Duration.between(clock.instant(), times.removeFirst().plus(window));
            waiting.pause(wait.isNegative() ? Duration.ZERO : wait);
        }
        times.addLast(clock.instant());
    }
}

package muster.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import muster.engines.Rounds;
import muster.run.RunId;
import muster.storage.Journal;
import muster.storage.JournalUnavailable;
import org.jspecify.annotations.Nullable;

/// Has a courier go its rounds as long as a process lives. What it cannot do, such as while a database is away, it does
/// in a later round.
public final class CourierRounds implements AutoCloseable {
    /// Longest time between two rounds, in which what other processes keep may come due.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Courier courier;
    private final InstantSource clock;
    private final Set<RunId> news = ConcurrentHashMap.newKeySet();
    private final Rounds rounds;
    private final Journal.Watch watch;

    private CourierRounds(Courier courier, Journal journal, InstantSource clock) {
        this.courier = courier;
        this.clock = clock;
        this.rounds = Rounds.begin("notices", Rounds.End.LAST_ROUND, this::round);
        this.watch = journal.watch(this::ring);
        journal.runs().forEach(this::ring);
    }

    /// Begins with what happened before.
    public static CourierRounds begin(Courier courier, Journal journal, InstantSource clock) {
        return new CourierRounds(courier, journal, clock);
    }

    private void ring(RunId run) {
        news.add(run);
        rounds.ring();
    }

    private Duration round() throws InterruptedException {
        try {
            for (var run : Set.copyOf(news)) {
                news.remove(run);
                collect(run);
            }
            courier.deliver();
            return rest();
        } catch (JournalUnavailable e) {
            return LOOK;
        }
    }

    private void collect(RunId run) {
        try {
            courier.collect(run);
        } catch (JournalUnavailable e) {
            news.add(run);
            throw e;
        }
    }

    private Duration rest() {
        @Nullable Instant due = courier.nextDue();
        var left = due == null ? LOOK : Duration.between(clock.instant(), due);
        return left.compareTo(LOOK) < 0 ? left : LOOK;
    }

    /// Goes one last round.
    @Override
    public void close() {
        watch.close();
        rounds.close();
    }
}

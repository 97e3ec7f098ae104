package muster.restate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import muster.engines.Dispatch;
import muster.engines.HandClock;
import muster.engines.RunClock;
import muster.engines.Told;
import muster.run.RunId;
import muster.storage.Word;

/// Moves Restate's timers by hand. Restate's own time cannot be moved; so a timer whose time has not come by the hand
/// clock is set again and again for a moment, and is let through, one after the other, when [#deliver] says so.
final class HandTimers implements RunClock {
    private static final Duration MOMENT = Duration.ofMillis(15);
    private static final int PATIENCE_SECONDS = 20;

    private final Map<String, Timer> kept = new ConcurrentHashMap<>();
    private volatile HandClock clock = new HandClock();
    private volatile Instant released = Instant.EPOCH;

    private record Timer(Instant due, CompletableFuture<Void> told) {}

    /// Goes by another clock from here on.
    void show(HandClock other) {
        clock = other;
        released = Instant.EPOCH;
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public Duration until(Instant due) {
        return due.isAfter(released) ? MOMENT : Duration.ZERO;
    }

    /// Lets through what is due by now, in the order of instants, each when the one before was told.
    void deliver() {
        kept.values().stream()
                .filter(timer -> !timer.due().isAfter(instant()))
                .sorted(Comparator.comparing(Timer::due))
                .forEach(timer -> {
                    released = timer.due();
                    assertThat(timer.told()).succeedsWithin(PATIENCE_SECONDS, TimeUnit.SECONDS);
                });
        kept.values().removeIf(timer -> timer.told().isDone());
    }

    /// A dispatch whose timers are known here.
    Dispatch setting(Dispatch inner) {
        return new Dispatch() {
            @Override
            public CompletableFuture<Told> tell(RunId run, Word word, String key) {
                return inner.tell(run, word, key);
            }

            @Override
            public void tellAt(RunId run, Instant at, Word word, String key) {
                kept.putIfAbsent(run + "/" + key, new Timer(at, new CompletableFuture<>()));
                inner.tellAt(run, at, word, key);
            }
        };
    }

    /// A dispatch that says here what it was told.
    Dispatch hearing(Dispatch inner) {
        return new Dispatch() {
            @Override
            public CompletableFuture<Told> tell(RunId run, Word word, String key) {
                return inner.tell(run, word, key).whenComplete((told, _) -> heard(run + "/" + key, told));
            }

            @Override
            public void tellAt(RunId run, Instant at, Word word, String key) {
                inner.tellAt(run, at, word, key);
            }
        };
    }

    private void heard(String key, Told told) {
        var timer = kept.get(key);
        if (timer != null && told != null) {
            timer.told().complete(null);
        }
    }
}

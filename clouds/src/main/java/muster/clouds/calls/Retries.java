package muster.clouds.calls;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Asks again what may pass by itself: exponential waits with full jitter, at least as long as the service asks for,
/// until a deadline.
///
/// @param deadline of all tries together
/// @param tries longest time of one
public record Retries(Duration deadline, Duration tries, Pausing pausing, RandomGenerator random) {
    /// Longer than the longest time that Google's and AWS's own clients wait between two tries (32 s and 20 s).
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final Duration ONE_TRY = Duration.ofSeconds(15);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(16);
    private static final int DOUBLINGS = 7;

    /// What is asked.
    @FunctionalInterface
    public interface Call<T extends @Nullable Object> {
        T make() throws Unanswered, InterruptedException;
    }

    /// Whether something has come true.
    @FunctionalInterface
    public interface Check {
        boolean holds() throws Unanswered, InterruptedException;
    }

    /// For real services.
    public static Retries usual() {
        return new Retries(DEADLINE, ONE_TRY, Pausing.real(), RandomGenerator.getDefault());
    }

    /// The answer to the call.
    ///
    /// @throws Unanswered if it is refused for good, or the deadline has come
    public <T extends @Nullable Object> T of(Call<T> call) throws Unanswered, InterruptedException {
        var begun = pausing.elapsed();
        for (int tried = 1; ; tried++) {
            try {
                return call.make();
            } catch (Unanswered e) {
                pauseAfter(e, tried, begun);
            }
        }
    }

    private void pauseAfter(Unanswered failure, int tried, Duration begun) throws Unanswered, InterruptedException {
        if (!failure.isPassing()) {
            throw failure;
        }
        var wait = longer(failure.retryAfter(), wait(tried));
        if (pausing.elapsed().minus(begun).plus(wait).compareTo(deadline) > 0) {
            throw failure.after(tried);
        }
        pausing.pause(wait);
    }

    /// Whether it comes true before the deadline.
    public boolean eventually(Check check) throws Unanswered, InterruptedException {
        var begun = pausing.elapsed();
        for (int tried = 1; !check.holds(); tried++) {
            var wait = wait(tried);
            if (pausing.elapsed().minus(begun).plus(wait).compareTo(deadline) > 0) {
                return false;
            }
            pausing.pause(wait);
        }
        return true;
    }

    private Duration wait(int tried) {
        var most = FIRST_WAIT.multipliedBy(1L << Math.min(tried, DOUBLINGS));
        var capped = most.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : most;
        return FIRST_WAIT.plusMillis(random.nextLong(capped.toMillis()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}

package muster.rcpsp;

import java.util.function.BooleanSupplier;

/// How long a search may go on. With a stop that never comes, the outcome depends on `schedules` and `seed` alone.
///
/// @param schedules how many may be generated, 1 or more; n placed activities of n count as one
/// @param seed of the search's own sequence of random numbers
/// @param threads how many work at once, 1 or more; they do not change the outcome
/// @param stop asked often, from any thread; once true, the best so far is the result
public record Limits(long schedules, long seed, int threads, BooleanSupplier stop) {
    public Limits {
        if (schedules < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "at least one schedule and one thread, got " + schedules + " and " + threads);
        }
    }

    /// A count of schedules and nothing else, on one thread.
    public static Limits ofSchedules(long schedules, long seed) {
        return new Limits(schedules, seed, 1, () -> false);
    }
}

package muster.schedule;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongToDoubleFunction;
import muster.rcpsp.Decoding;
import muster.rcpsp.Limits;
import muster.rcpsp.PacedSearch;
import muster.rcpsp.SearchProgress;
import org.jspecify.annotations.Nullable;

/// How the schedule of a problem is looked for. Whoever shows, explains or simulates the schedule of a plan asks with
/// the same search for the same schedule.
///
/// @param seed of the random numbers
/// @param threads how many work at once, 1 or more; they do not change the outcome of a count
/// @param stop asked often, from any thread; once true, the best so far is the result
public record ScheduleSearch(Extent extent, long seed, int threads, BooleanSupplier stop, Listener listener) {
    /// Enough for a plan of a hundred tasks; about a second.
    public static final long STANDARD_SCHEDULES = 2_000;

    /// Problems of more items get no search that is not asked for, since their first schedule takes long enough.
    public static final int MANY_ITEMS = 2_000;

    private static final long STANDARD_SEED = 1;

    /// How long it goes on.
    public sealed interface Extent {
        /// [#STANDARD_SCHEDULES], or none for more than [#MANY_ITEMS] items.
        record Standard() implements Extent {}

        /// So many schedules are generated, 0 or more: the same outcome on every machine.
        record Schedules(long count) implements Extent {}

        /// Until a budget, such as processor time, is spent.
        ///
        /// @param spent the share of it that has been used, 0 to 1
        record Budget(DoubleSupplier spent) implements Extent {}
    }

    /// Is told how far the search has come, on the thread that started it.
    @FunctionalInterface
    public interface Listener {
        /// Listens to nothing.
        Listener SILENT = (schedules, most, best) -> {};

        /// @param schedules generated so far
        /// @param share of the extent, 0 to 1
        /// @param best so far; null if no order has room for everything
        void at(long schedules, double share, @Nullable Best best);
    }

    /// The best schedule so far.
    ///
    /// @param late by how much dates are missed, all together
    public record Best(Duration makespan, Duration late) {}

    /// What everybody asks who asks for nothing else.
    public static ScheduleSearch standard(int threads, BooleanSupplier stop) {
        return new ScheduleSearch(new Extent.Standard(), STANDARD_SEED, threads, stop, Listener.SILENT);
    }

    /// The schedule of a problem, or what stands in its way.
    public SchedulingResult schedule(SchedulingProblem problem) {
        return switch (extent) {
            case Extent.Standard _ -> schedule(problem, problem.items().size() > MANY_ITEMS ? 0 : STANDARD_SCHEDULES);
            case Extent.Schedules(var count) -> schedule(problem, count);
            case Extent.Budget(var spent) -> {
                var limits = new Limits(
                        Long.MAX_VALUE, seed, threads, () -> spent.getAsDouble() >= 1 || stop.getAsBoolean());
                var progress = progress(_ -> spent.getAsDouble());
                yield Scheduler.schedule(
                        problem, (decoding, known) -> new PacedSearch(spent).run(decoding, known, limits, progress));
            }
        };
    }

    private SchedulingResult schedule(SchedulingProblem problem, long count) {
        return count == 0
                ? Scheduler.schedule(problem)
                : Scheduler.schedule(
                        problem,
                        new Limits(count, seed, threads, stop),
                        progress(schedules -> (double) schedules / count));
    }

    private SearchProgress progress(LongToDoubleFunction share) {
        return (schedules, value, _) -> listener.at(
                schedules,
                Math.min(1, share.applyAsDouble(schedules)),
                value == Decoding.INFEASIBLE
                        ? null
                        : new Best(
                                Duration.ofSeconds(PlanDecoding.length(value)),
                                Duration.ofSeconds(PlanDecoding.lateness(value))));
    }
}

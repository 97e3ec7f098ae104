package muster.schedule;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongToDoubleFunction;
import muster.rcpsp.Decoding;
import muster.rcpsp.Limits;
import muster.rcpsp.PacedSearch;
import muster.rcpsp.SearchProgress;

/// How the schedule of a problem is looked for. Whoever shows, explains or simulates the schedule of a plan asks with
/// the same search for the same schedule.
///
/// @param seed of the random numbers
/// @param threads how many work at once, 1 or more; they do not change the outcome of a count
/// @param stop asked often, from any thread; once true, the best so far is the result
public record ScheduleSearch(
        SearchExtent extent, long seed, int threads, BooleanSupplier stop, ScheduleListener listener) {
    /// Enough for a plan of a hundred tasks; about a second.
    public static final long STANDARD_SCHEDULES = 2_000;

    /// Problems of more items get no search that is not asked for, since their first schedule takes long enough.
    public static final int MANY_ITEMS = 2_000;

    private static final long STANDARD_SEED = 1;

    /// What everybody asks who asks for nothing else.
    public static ScheduleSearch standard(int threads, BooleanSupplier stop) {
        return new ScheduleSearch(new SearchExtent.Standard(), STANDARD_SEED, threads, stop, ScheduleListener.SILENT);
    }

    /// The schedule of a problem, or what stands in its way.
    public SchedulingResult schedule(SchedulingProblem problem) {
        return switch (extent) {
            case SearchExtent.Standard _ ->
                schedule(problem, problem.items().size() > MANY_ITEMS ? 0 : STANDARD_SCHEDULES);
            case SearchExtent.Schedules(var count) -> schedule(problem, count);
            case SearchExtent.Budget(var spent) -> {
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
                        : new ScheduleListener.Best(
                                Duration.ofSeconds(PlanDecoding.length(value)),
                                Duration.ofSeconds(PlanDecoding.lateness(value))));
    }
}

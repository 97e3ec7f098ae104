package muster.wiring;

import java.util.List;
import java.util.function.BooleanSupplier;
import muster.plan.Plan;
import muster.rcpsp.Limits;
import muster.rcpsp.SearchProgress;
import muster.schedule.Basis;
import muster.schedule.Health;
import muster.schedule.Scheduler;
import muster.schedule.SchedulingProblem;
import muster.schedule.SchedulingResult;
import muster.schedule.WorkItems;
import org.jspecify.annotations.Nullable;

/// A plan with the schedule of its own work and the health of its logic.
public record PlanSchedule(Plan plan, SchedulingProblem problem, SchedulingResult result, List<Health.Check> health) {

    public PlanSchedule {
        health = List.copyOf(health);
    }

    /// How the first schedule is made shorter.
    ///
    /// @param schedules how many are generated for that; null: 2,000, or none if the plan has more than 2,000 items
    /// @param stop asked often, from any thread; once true, the best so far is the result
    public record Search(@Nullable Long schedules, long seed, BooleanSupplier stop, SearchProgress progress) {
        private static final long STANDARD = 2_000;
        private static final int MANY = 2_000;

        private SchedulingResult run(SchedulingProblem problem) {
            long standard = problem.items().size() > MANY ? 0 : STANDARD;
            long count = schedules == null ? standard : schedules;
            int threads = Runtime.getRuntime().availableProcessors();
            return count == 0
                    ? Scheduler.schedule(problem)
                    : Scheduler.schedule(problem, new Limits(count, seed, threads, stop), progress);
        }
    }

    /// The first schedule, without a search.
    public static PlanSchedule of(Plan plan, WorkItems.Days days) {
        return of(plan, days, new Search(0L, 0, () -> false, SearchProgress.SILENT));
    }

    /// Schedules all tasks and gates of a plan, as if everything that it expects were there.
    public static PlanSchedule of(Plan plan, WorkItems.Days days, Search search) {
        var problem = problem(plan, days);
        var result = search.run(problem);
        var network = result instanceof SchedulingResult.Scheduled scheduled ? scheduled.network() : null;
        return new PlanSchedule(plan, problem, result, Health.of(problem, network));
    }

    /// The problem alone, for the checker.
    public static SchedulingProblem problem(Plan plan, WorkItems.Days days) {
        return WorkItems.problem(plan, days, Basis.LIKELY);
    }
}

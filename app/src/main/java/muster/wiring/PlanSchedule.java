package muster.wiring;

import java.util.List;
import muster.plan.Plan;
import muster.schedule.Basis;
import muster.schedule.Health;
import muster.schedule.ScheduleSearch;
import muster.schedule.SchedulingProblem;
import muster.schedule.SchedulingResult;
import muster.schedule.WorkItems;

/// A plan with the schedule of its own work and the health of its logic.
public record PlanSchedule(Plan plan, SchedulingProblem problem, SchedulingResult result, List<Health.Check> health) {

    public PlanSchedule {
        health = List.copyOf(health);
    }

    /// The search of everybody who asks for no other; an interrupt of this thread ends it with what it has.
    public static ScheduleSearch standard() {
        return ScheduleSearch.standard(
                Runtime.getRuntime().availableProcessors(), Thread.currentThread()::isInterrupted);
    }

    /// The schedule of a plan by the standard search.
    public static PlanSchedule of(Plan plan, WorkItems.Days days) {
        return of(plan, days, standard());
    }

    /// Schedules all tasks and gates of a plan, as if everything that it expects were there.
    public static PlanSchedule of(Plan plan, WorkItems.Days days, ScheduleSearch search) {
        var problem = problem(plan, days);
        var result = search.schedule(problem);
        var network = result instanceof SchedulingResult.Scheduled scheduled ? scheduled.network() : null;
        return new PlanSchedule(plan, problem, result, Health.of(problem, network));
    }

    /// The problem alone.
    public static SchedulingProblem problem(Plan plan, WorkItems.Days days) {
        return WorkItems.problem(plan, days, Basis.LIKELY);
    }
}

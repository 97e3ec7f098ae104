package muster.rcpsp;

import java.util.function.DoubleSupplier;
import muster.rcpsp.ProjectResult.Infeasible;
import muster.rcpsp.ProjectResult.NoneFound;
import muster.rcpsp.ProjectResult.Scheduled;
import org.jspecify.annotations.Nullable;

/// The memetic search under a budget that is not counted in schedules, such as processor time. A population must fit
/// the number of schedules, so short trials tell first how many the budget buys.
///
/// @param spent the share of the budget that has been used, 0 to 1; the limits' stop signal comes at 1 or before
public record BudgetSearch(DoubleSupplier spent) implements ProjectSolver {
    private static final long FIRST_TRIAL = 200;

    /// The share of the budget for trials: they also warm up a virtual machine.
    private static final double TRIALS = 0.05;

    /// What the trials find is not told to the run that they prepare: one good member would rule its population.
    @Override
    public ProjectResult solve(Project project, @Nullable Scheduled known, Limits limits, SearchProgress progress) {
        var best = new Best(known);
        double begin = spent.getAsDouble();
        double trials = begin + TRIALS * (1 - begin);
        long most = FIRST_TRIAL;
        var told = known;
        while (!best.isSettled() && best.schedules < limits.schedules() && !isOver(limits)) {
            double before = spent.getAsDouble();
            long sofar = best.schedules;
            long left = limits.schedules() - sofar;
            var next = new Limits(Math.min(most, left), limits.seed() + best.runs, limits.threads(), limits.stop());
            best.take(ProjectSearch.run(
                    project, told, next, (schedules, value, bound) -> progress.at(sofar + schedules, value, bound)));
            double after = spent.getAsDouble();
            told = before < trials ? known : best.schedule;
            most = after < trials ? 2 * most : expected(best.schedules - sofar, after - before, 1 - after);
        }
        return best.result();
    }

    private boolean isOver(Limits limits) {
        return spent.getAsDouble() >= 1 || limits.stop().getAsBoolean();
    }

    /// How many schedules the rest of the budget buys.
    private static long expected(long schedules, double cost, double rest) {
        return cost <= 0 ? FIRST_TRIAL : Math.max(FIRST_TRIAL, (long) (schedules * rest / cost));
    }

    /// The best of several runs.
    private static final class Best {
        private @Nullable Scheduled schedule;
        private @Nullable Infeasible infeasible;
        private long schedules;
        private int runs;

        Best(@Nullable Scheduled known) {
            schedule = known;
        }

        void take(ProjectResult result) {
            runs++;
            switch (result) {
                case Scheduled made -> {
                    schedules += made.schedules();
                    schedule = schedule == null || made.makespan() <= schedule.makespan() ? made : schedule;
                }
                case Infeasible none -> infeasible = none;
                case NoneFound(var generated) -> schedules += generated;
            }
        }

        boolean isSettled() {
            return infeasible != null || (schedule != null && schedule.isProven());
        }

        ProjectResult result() {
            if (infeasible != null) {
                return infeasible;
            }
            return schedule == null
                    ? new NoneFound(schedules)
                    : new Scheduled(
                            schedule.starts(), schedule.modes(), schedule.makespan(), schedule.bound(), schedules);
        }
    }
}
